namespace Clientele.Documents;

/// <summary>The form of address inside a Chinese position: 主任 in 基建处副主任.</summary>
internal static class ChineseTitle
{
    // Longer ones first where one ends in another. A deputy is addressed without 副, which is the custom.
    private static readonly string[] Titles =
        ("总工程师 总建筑师 总会计师 总经济师 总经理 董事长 理事长 监事长 秘书长 总裁 总监 经理 董事 "
        + "主席 书记 主任 部长 厅长 司长 局长 处长 科长 股长 州长 市长 县长 区长 镇长 乡长 院长 校长 园长 所长 站长 馆长 行长 会长 社长 台长 厂长 矿长 队长 店长 庭长 "
        + "教授 博士 老师 工程师 建筑师 设计师 律师 医生").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static readonly char[] Separators = ['兼', '、', '及', '/', '\uFF0F', ',', '\uFF0C', ';', '\uFF1B', '(', '\uFF08'];

    /// <summary>What to call the holder of a position after the family name.</summary>
    /// <param name="position">The position; of several, the first counts.</param>
    /// <returns>The title; empty when the position is not one by which people are addressed, such as 总经理助理.</returns>
    public static string In(string position)
    {
        var first = SingleLine.Of(position).Split(Separators, 2)[0].Trim();
        if (first.EndsWith("副总经理", StringComparison.Ordinal) || first.EndsWith("副总裁", StringComparison.Ordinal))
        {
            // Without 副 the next higher office would be named; 总 alone is what such people are called.
            return "总";
        }

        return Array.Find(Titles, title => first.EndsWith(title, StringComparison.Ordinal)) ?? "";
    }

    /// <summary>Whether a name as stored already ends in a form of address, as in lists that say 陈女士 or 张经理.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Whether it does.</returns>
    public static bool Ends(string name) =>
        name.Length > 2 && (name.EndsWith("先生", StringComparison.Ordinal) || name.EndsWith("女士", StringComparison.Ordinal) || name.EndsWith("小姐", StringComparison.Ordinal) || Array.Exists(Titles, title => name.Length > title.Length && name.EndsWith(title, StringComparison.Ordinal)));
}
