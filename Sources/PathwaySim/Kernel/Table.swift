/// A growing row of plain values that only one simulation owns.
///
/// An `Array` asks at every write whether somebody else shares its storage; the event loop writes some fifty times per
/// citizen, and that question was its largest single cost (docs/decisions/0008). A table does not ask: a copy of it is
/// the same table. A `Simulation` is therefore never copied; each replication makes its own.
///
/// Invariants: elements are bitwise copyable, so nothing needs to be destroyed; `base` points to `capacity` elements of
/// which the first `count` are initialised; the storage is freed once, with its owner. Indices are checked in debug
/// builds, in which all tests run.
struct Table<Element: BitwiseCopyable> {
    private var base: UnsafeMutablePointer<Element>
    private(set) var count: Int
    private(set) var capacity: Int
    private let owner: Owner

    /// Frees the storage when the last table that uses it is gone.
    private final class Owner {
        var storage: UnsafeMutableRawPointer

        init(_ storage: UnsafeMutableRawPointer) { self.storage = storage }

        deinit { storage.deallocate() }
    }

    init() { self.init(capacity: 16) }

    init(repeating value: Element, count: Int) {
        self.init(capacity: max(16, count))
        append(repeating: value, count: count)
    }

    /// The same elements as an array.
    init(_ elements: [Element]) {
        self.init(capacity: max(1, elements.count))
        for element in elements { append(element) }
    }

    private init(capacity: Int) {
        self.capacity = capacity
        count = 0
        let storage = Memory.allocate(byteCount: capacity * MemoryLayout<Element>.stride)
        base = storage.bindMemory(to: Element.self, capacity: capacity)
        owner = Owner(storage)
    }

    @inline(__always)
    var isEmpty: Bool { count == 0 }

    @inline(__always)
    var indices: Range<Int> { 0..<count }

    subscript(index: Int) -> Element {
        @inline(__always) unsafeAddress {
            assert(index >= 0 && index < count, "index outside the table")
            return UnsafePointer(base + index)
        }
        @inline(__always) unsafeMutableAddress {
            assert(index >= 0 && index < count, "index outside the table")
            return base + index
        }
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow(to: count + 1) }
        (base + count).initialize(to: element)
        count &+= 1
    }

    mutating func append(repeating value: Element, count added: Int) {
        if count + added > capacity { grow(to: count + added) }
        (base + count).initialize(repeating: value, count: added)
        count += added
    }

    @inline(__always)
    mutating func popLast() -> Element? {
        guard count > 0 else { return nil }
        count &-= 1
        return base[count]
    }

    /// There must be an element.
    @inline(__always)
    mutating func removeLast() {
        assert(count > 0, "nothing to remove")
        count &-= 1
    }

    /// Removes so many from the front; those behind move up. There must be as many.
    mutating func removeFirst(_ removed: Int) {
        assert(removed >= 0 && removed <= count, "nothing to remove")
        base.update(from: base + removed, count: count - removed)
        count -= removed
    }

    /// Removes all but so many from the front; there must be as many.
    @inline(__always)
    mutating func keepFirst(_ kept: Int) {
        assert(kept >= 0 && kept <= count, "nothing to keep")
        count = kept
    }

    @inline(__always)
    mutating func removeAll() { count = 0 }

    /// Writes a value into each place of a row, of rows that are so long; most are empty or a few long.
    @inline(__always)
    mutating func fillRow(_ row: Int, of length: Int, with value: Element) {
        guard length > 0 else { return }
        let start = row &* length
        assert(start >= 0 && start + length <= count, "row outside the table")
        for place in start..<start &+ length { base[place] = value }
    }

    @inline(never)
    private mutating func grow(to needed: Int) {
        let larger = max(needed, capacity * 2)
        let storage = Memory.allocate(byteCount: larger * MemoryLayout<Element>.stride)
        let fresh = storage.bindMemory(to: Element.self, capacity: larger)
        fresh.moveInitialize(from: base, count: count)
        owner.storage.deallocate()
        owner.storage = storage
        base = fresh
        capacity = larger
    }
}

extension Table where Element == UInt64 {
    /// Sorts a stretch that is nearly in order.
    mutating func insertionSort(_ stretch: Range<Int>) {
        guard stretch.count > 1 else { return }
        for row in stretch.lowerBound &+ 1..<stretch.upperBound {
            let value = self[row]
            var hole = row
            while hole > stretch.lowerBound, value < self[hole &- 1] {
                self[hole] = self[hole &- 1]
                hole &-= 1
            }
            self[hole] = value
        }
    }
}
