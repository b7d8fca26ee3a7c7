import Foundation

extension Texts {
    /// What the system means by an error number, in words that say what to look at.
    public static func systemError(_ code: Int32) -> Text {
        switch code {
        case ENOENT: Text(da: "filen findes ikke", en: "there is no such file")
        case EACCES, EPERM: Text(da: "der er ikke adgang til den", en: "access to it is not allowed")
        case EISDIR: Text(da: "det er en mappe", en: "it is a folder")
        case ENOTDIR: Text(da: "en del af stien er ikke en mappe", en: "a part of the path is not a folder")
        case ENAMETOOLONG: Text(da: "navnet er for langt", en: "the name is too long")
        case ELOOP: Text(da: "der er for mange links efter hinanden", en: "too many links follow each other")
        case ENOSPC, EDQUOT: Text(da: "disken er fuld", en: "the disk is full")
        case EROFS: Text(da: "disken kan kun læses", en: "the disk can only be read")
        case EFBIG: Text(da: "filen ville blive for stor", en: "the file would be too large")
        case EMFILE, ENFILE: Text(da: "for mange filer er åbne", en: "too many files are open")
        case EIO: Text(da: "disken eller netværket svigtede", en: "the disk or the network failed")
        case EPIPE: Text(da: "modtageren er væk", en: "the receiver has gone")
        default: Text(da: "systemets fejl \(code)", en: "system error \(code)")
        }
    }

    /// As `systemError(_:)`, of a file that was to be written: what does not exist then is its folder.
    public static func writeError(_ code: Int32) -> Text {
        code == ENOENT ? Text(da: "mappen findes ikke", en: "there is no such folder") : systemError(code)
    }
}
