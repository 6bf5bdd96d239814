import GRDB

extension StoreError.Reason {
    /// What an error of the database means for the archive.
    init(_ error: DatabaseError) {
        let detail = error.message ?? "no reason"
        switch error.resultCode {
        case .SQLITE_CORRUPT: self = .damaged(detail: detail)
        case .SQLITE_NOTADB: self = .notDatabase
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_INTERRUPT, .SQLITE_ABORT: self = .interrupted
        case .SQLITE_FULL: self = .full
        case .SQLITE_READONLY: self = .readOnly
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .unreadable(detail: detail)
        default: self = .database(code: Int(error.extendedResultCode.rawValue), detail: detail)
        }
    }
}
