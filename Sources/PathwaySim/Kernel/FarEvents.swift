/// Events that are too far ahead to be kept in order yet: in buckets by time, each put in order when its turn comes.
///
/// A heap longer than the processor's cache waits for the memory at every level. Adding to a bucket and emptying one run
/// through memory in order instead, and the heap that is left holds one bucket: a ladder queue of one rung (W. T. Tang,
/// R. S. M. Goh and I. L.-J. Thng, *Ladder Queue*, ACM TOMACS 15(3), 2005). The events beyond the last bucket lie in one
/// of their own and are spread over new buckets when those before are empty.
struct FarEvents {
    /// How many events a bucket is meant for: what a heap in the cache holds.
    let bucketSize: Int
    private static let bucketCount = 4_096
    private static let chunkSize = 32
    /// The bucket of what lies beyond the others.
    private static let beyond = bucketCount

    /// Events of one bucket: chunks of 32, the one that is being filled first.
    private struct Bucket: BitwiseCopyable {
        var chunk: Int32 = -1
        /// Events in that chunk.
        var filled: Int32 = 0
    }

    private(set) var count = 0
    private var events = Table<Event>()
    /// Of each chunk: the chunk after it.
    private var following = Table<Int32>()
    private var freeChunk: Int32 = -1
    private var buckets = Table<Bucket>()
    /// When bucket 0 begins, and how long each is: 2 to this power.
    private var start: Int64 = 0
    private var shift: Int64 = 0
    /// The first bucket that has not been emptied.
    private var next = 0

    init(bucketSize: Int) { self.bucketSize = bucketSize }

    /// Events there is room for.
    var capacity: Int { events.capacity }

    /// Adds an event at or after the end of the last bucket that was emptied.
    @inline(never)
    mutating func add(_ event: Event) {
        count &+= 1
        let number = Int(truncatingIfNeeded: min((event.time &- start) >> shift, Int64(FarEvents.beyond)))
        put(event, into: max(next, number))
    }

    @inline(__always)
    private mutating func put(_ event: Event, into number: Int) {
        if buckets[number].chunk < 0 || Int(buckets[number].filled) == FarEvents.chunkSize { openChunk(of: number) }
        events[Int(buckets[number].chunk) &* FarEvents.chunkSize &+ Int(buckets[number].filled)] = event
        buckets[number].filled &+= 1
    }

    @inline(never)
    private mutating func openChunk(of number: Int) {
        var chunk = freeChunk
        if chunk >= 0 {
            freeChunk = following[Int(chunk)]
        } else {
            chunk = Int32(following.count)
            following.append(-1)
            events.append(repeating: Event(time: 0, order: 0, subject: 0, generation: 0), count: FarEvents.chunkSize)
        }
        following[Int(chunk)] = buckets[number].chunk
        buckets[number] = Bucket(chunk: chunk, filled: 0)
    }

    /// Moves all events to the end of a table.
    mutating func takeAll(into near: inout Table<Event>) {
        for number in buckets.indices { empty(number, into: &near) }
        count = 0
    }

    /// Takes over all events of a table, which is empty afterwards, and spreads what there is over new buckets.
    ///
    /// The length of the buckets follows from the times of the earlier nine tenths, so that a few events years ahead do
    /// not put all others into one bucket.
    mutating func takeOver(_ near: inout Table<Event>) {
        takeAll(into: &near)
        spread(&near)
    }

    private mutating func spread(_ loose: inout Table<Event>) {
        if buckets.isEmpty { buckets.append(repeating: Bucket(), count: FarEvents.bucketCount + 1) }
        guard !loose.isEmpty else { return }
        start = loose[0].time
        for row in loose.indices { start = min(start, loose[row].time) }
        let sample = stride(from: 0, to: loose.count, by: max(1, loose.count / 1_024)).map { loose[$0].time }.sorted()
        let span = sample[sample.count * 9 / 10] - start
        let wanted = Int64(min(FarEvents.bucketCount, max(1, loose.count / bucketSize)))
        shift = 0
        while span >> shift >= wanted { shift += 1 }
        next = 0
        count = 0
        for row in loose.indices { add(loose[row]) }
        loose.removeAll()
    }

    /// Moves the events of the earliest bucket that has any into an empty table; there must be one. Returns the end of
    /// the bucket: all events before it are in the table.
    mutating func takeEarliest(into near: inout Table<Event>) -> Int64 {
        while true {
            while next < FarEvents.beyond, buckets[next].chunk < 0 { next += 1 }
            if next < FarEvents.beyond { break }
            empty(FarEvents.beyond, into: &near)
            spread(&near)
        }
        empty(next, into: &near)
        count -= near.count
        next += 1
        return start + Int64(next) << shift
    }

    /// Moves a bucket's events to the end of a table.
    private mutating func empty(_ number: Int, into near: inout Table<Event>) {
        var (chunk, filled) = (buckets[number].chunk, Int(buckets[number].filled))
        while chunk >= 0 {
            let first = Int(chunk) * FarEvents.chunkSize
            for row in first..<first + filled { near.append(events[row]) }
            let after = following[Int(chunk)]
            following[Int(chunk)] = freeChunk
            freeChunk = chunk
            (chunk, filled) = (after, FarEvents.chunkSize)
        }
        buckets[number] = Bucket()
    }
}
