using System.Text;

namespace Clientele.Documents;

/// <summary>A person's name as a letter uses it: on one line, and with the family name where it can be told.</summary>
/// <param name="Full">The full name.</param>
/// <param name="Family">The family name; empty where it cannot be told.</param>
/// <param name="IsChinese">Whether the name is written in Chinese characters.</param>
internal sealed record PersonName(string Full, string Family, bool IsChinese)
{
    // Names of two characters whose holders have a given name of one or two more. A three-character name that starts with one of these is taken for it.
    private static readonly HashSet<string> CompoundFamilyNames = new(
        "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 百里 呼延 东郭 南门 西门 第五 轩辕 左丘 拓跋 淳于 单于 完颜 纳兰 歐陽 諸葛 司馬 上官 東方 慕容 尉遲 長孫".Split(' '),
        StringComparer.Ordinal);

    /// <summary>Reads a name.</summary>
    /// <param name="name">The full name as stored.</param>
    /// <param name="family">The family name as stored; empty to derive it.</param>
    /// <returns>The name.</returns>
    public static PersonName Of(string name, string family)
    {
        var full = SingleLine.Of(name);
        var isChinese = full.Length > 0 && full.EnumerateRunes().All(rune => IsHan(rune) || IsMiddleDot(rune) || rune.Value == ' ');
        if (isChinese)
        {
            full = full.Replace(" ", "", StringComparison.Ordinal);
        }

        var given = SingleLine.Of(family);
        return new PersonName(full, given.Length > 0 ? given : isChinese ? ChineseFamily(full) : LastWord(full), isChinese);
    }

    // A transcribed or a minority name (with a middle dot) and a name of four characters that starts with no compound
    // family name are not divided: addressing somebody by half a name is worse than by the whole.
    private static string ChineseFamily(string name)
    {
        var runes = name.EnumerateRunes().ToArray();
        if (runes.Length < 2 || runes.Any(IsMiddleDot))
        {
            return "";
        }

        if (CompoundFamilyNames.Contains($"{runes[0]}{runes[1]}"))
        {
            return $"{runes[0]}{runes[1]}";
        }

        return runes.Length <= 3 ? runes[0].ToString() : "";
    }

    private static string LastWord(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private static bool IsHan(Rune rune) => rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) or 0x3007;

    private static bool IsMiddleDot(Rune rune) => rune.Value is 0x00B7 or 0x2022 or 0x2027 or 0x30FB or 0xFF0E;
}
