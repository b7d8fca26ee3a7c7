import PathwaySim
