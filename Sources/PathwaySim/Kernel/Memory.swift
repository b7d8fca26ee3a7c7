#if canImport(Glibc)
    import Glibc
#endif

/// Where the tables of a run lie.
enum Memory {
    /// A line of the processor's cache.
    private static let line = 64
    /// What the operating system can map as one page instead of 512.
    private static let largePage = 2 << 20

    /// Storage that begins with a line of the cache; free it with `deallocate()`.
    ///
    /// A table of several large pages asks for them: a run with a million citizens touches their rows in no order, and
    /// with small pages the processor spends more time on finding where each lies than on reading it (docs/decisions/0015).
    /// Where the system has none to give, small ones serve.
    static func allocate(byteCount: Int) -> UnsafeMutableRawPointer {
        guard byteCount >= 2 * largePage else { return .allocate(byteCount: byteCount, alignment: line) }
        let storage = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: largePage)
        #if canImport(Glibc)
            _ = madvise(storage, byteCount, MADV_HUGEPAGE)
        #endif
        return storage
    }
}
