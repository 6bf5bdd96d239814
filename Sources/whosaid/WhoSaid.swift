@main struct WhoSaid { static func main() {} }
