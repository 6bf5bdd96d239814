#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Works on elements on all cores, and hands over the results in the order of the elements, whatever the timing.
package enum OrderedWork {
    /// The number of cores.
    package static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
    /// No more elements than this are taken before the result of the first of them is handed over.
    private static let ahead = 64
    /// Nor more than this weight of them.
    private static let aheadWeight = 64 << 20

    /// Works on elements until there is none any more.
    /// - Parameters:
    ///   - threads: on how many threads.
    ///   - next: the next element, with its weight in bytes; asked on the caller's thread.
    ///   - work: what is done to an element, on any thread.
    ///   - deliver: takes the results in the order of the elements, on the caller's thread.
    /// - Throws: what `deliver` throws, when every thread has ended.
    package static func run<Element: Sendable, Output: Sendable>(
        threads: Int = cores, next: () -> (element: Element, weight: Int)?,
        work: @escaping @Sendable (Element) -> Output, deliver: (Output) throws -> Void
    ) throws {
        let desk = Desk<Element, Output>()
        var running: [Thread] = []
        defer {
            desk.close()
            for thread in running { thread.join() }
        }
        var weights: [Int] = []
        var (taken, delivered, weight, isAtEnd) = (0, 0, 0, false)
        while true {
            while !isAtEnd, taken - delivered < ahead, taken == delivered || weight < aheadWeight {
                guard let found = next() else {
                    isAtEnd = true
                    break
                }
                desk.put(found.element, number: taken)
                taken += 1
                weight += found.weight
                weights.append(found.weight)
                if running.count < min(threads, taken), let thread = Thread({ while desk.serve(work) {} }) {
                    running.append(thread)
                }
            }
            guard delivered < taken else { return }
            // Where the system gives no thread, this one does the work.
            if running.isEmpty { _ = desk.serve(work) }
            let output = desk.result(delivered)
            weight -= weights.removeFirst()
            delivered += 1
            try deliver(output)
        }
    }
}

/// Where elements wait for a thread, and results for their turn.
///
/// `@unchecked Sendable`: everything that changes is read and written between `lock` and `unlock` of the one mutex.
private final class Desk<Element: Sendable, Output: Sendable>: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    /// Told where an element comes in or the desk is closed, and where a result comes in.
    private let elementCame = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private let resultCame = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var elements: [(number: Int, element: Element)] = []
    private var results: [Int: Output] = [:]
    private var isClosed = false

    init() {
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(elementCame, nil)
        pthread_cond_init(resultCame, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(elementCame)
        pthread_cond_destroy(resultCame)
        mutex.deallocate()
        elementCame.deallocate()
        resultCame.deallocate()
    }

    /// Lays down an element for any thread.
    func put(_ element: Element, number: Int) {
        locked { elements.append((number, element)) }
        pthread_cond_signal(elementCame)
    }

    /// Waits for an element, works on it and lays down what came of it.
    /// - Returns: false once the desk is closed.
    func serve(_ work: (Element) -> Output) -> Bool {
        guard let (number, element) = take() else { return false }
        let output = work(element)
        locked { results[number] = output }
        pthread_cond_signal(resultCame)
        return true
    }

    /// Waits for an element; nil once the desk is closed.
    private func take() -> (Int, Element)? {
        locked {
            while elements.isEmpty, !isClosed { pthread_cond_wait(elementCame, mutex) }
            guard !isClosed else { return nil }
            let first = elements.removeFirst()
            return (first.number, first.element)
        }
    }

    /// Waits for what came of the element of a number.
    func result(_ number: Int) -> Output {
        locked {
            while true {
                if let output = results.removeValue(forKey: number) { return output }
                pthread_cond_wait(resultCame, mutex)
            }
        }
    }

    /// Sends every thread home that has no element in hand.
    func close() {
        locked { isClosed = true }
        pthread_cond_broadcast(elementCame)
    }

    private func locked<Value>(_ body: () -> Value) -> Value {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }
}

/// A thread that runs one closure.
private struct Thread {
    #if canImport(Glibc)
        private let handle: pthread_t
    #else
        private let handle: pthread_t?
    #endif

    private final class Body {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// As much as the main thread has: what is nested deep is read by recursion.
    private static let stackSize = 8 << 20

    /// Starts a thread; nil where the system gives none.
    init?(_ run: @escaping @Sendable () -> Void) {
        let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
        pthread_attr_init(attributes)
        pthread_attr_setstacksize(attributes, Thread.stackSize)
        defer {
            pthread_attr_destroy(attributes)
            attributes.deallocate()
        }
        let body = Unmanaged.passRetained(Body(run)).toOpaque()
        #if canImport(Glibc)
            var handle = pthread_t()
        #else
            var handle: pthread_t?
        #endif
        guard pthread_create(&handle, attributes, { Thread.start($0) }, body) == 0 else {
            Unmanaged<Body>.fromOpaque(body).release()
            return nil
        }
        self.handle = handle
    }

    private static func start(_ body: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let body { Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run() }
        return nil
    }

    /// Waits until the closure has returned.
    func join() {
        #if canImport(Glibc)
            pthread_join(handle, nil)
        #else
            if let handle { pthread_join(handle, nil) }
        #endif
    }
}
