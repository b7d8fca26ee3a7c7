print("simrepl")
