/// Common given names that tell whether `he` or `she` can stand for a person.
enum GivenNames {
    /// Whether a given name is a woman's; nil where it is not known or both.
    static func isFemale(_ name: String) -> Bool? { female.contains(name) ? true : male.contains(name) ? false : nil }

    private static let female = names(
        "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra ashley dorothy "
            + "kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy shirley "
            + "angela helen anna brenda pamela nicole ruth katherine catherine christine samantha debra janet rachel carolyn emma maria "
            + "heather diane julie joyce victoria kelly christina joan evelyn lauren judith olivia martha cheryl megan andrea ann alice "
            + "jean doris jacqueline hannah kathryn gloria teresa sara janice marie julia grace judy theresa rose beth denise marilyn amber "
            + "danielle brittany diana abigail jane natalie lori tiffany alexis kayla hillary hilary chelsea melania ivanka angela theresa "
            + "condoleezza nikki kellyanne megyn elena sonia loretta claire anne kate tammy wendy ellen fatima aisha leila yasmin ursula"
    )
    private static let male = names(
        "james robert john michael david william richard joseph thomas christopher charles daniel matthew anthony mark donald steven "
            + "andrew paul joshua kenneth kevin brian george timothy ronald jason edward jeffrey ryan jacob gary nicholas eric jonathan "
            + "stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron "
            + "jose adam nathan henry zachary douglas peter kyle noah ethan jeremy walter christian keith roger terry austin sean gerald "
            + "carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy "
            + "vincent mason roy ralph bobby russell bradley philip eugene barack bernie mitt ted bill jim mike tim tom steve chris dan "
            + "greg jeff ken matt ron sam tony vladimir sergei sergey dmitry bashar mohammed muhammad ahmed ali omar hassan hussein ban kofi "
            + "antonio boris nigel jeremy emmanuel francois recep benjamin ehud mahmoud viktor igor ivan pope francis")

    private static func names(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }
}
