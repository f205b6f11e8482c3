namespace Clientele.Practices.Wording;

/// <summary>No letter blames a client (row S1-22).</summary>
internal static class BlameWords
{
    private static readonly string[] Chinese = ["过错", "违约", "责任在贵方", "贵方失误", "贵司过失"];
    private static readonly string[] English = ["your fault", "your mistake", "breach of contract", "you failed to", "negligence"];

    public static void Add(IPluginBuilder builder) => builder.TextGuards(new TextGuard
    {
        Name = "core.no_blame",
        Title = new("No blame", "不责备客户"),
        Words = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["zh-CN"] = Words(builder, "blame_words_zh", new("Words that blame, in Chinese", "责备性用语（中文）"), Chinese),
            ["en"] = Words(builder, "blame_words_en", new("Words that blame, in English", "责备性用语（英文）"), English),
        },
        Refusal = new("The letter blames the client. Say what both sides will do about it instead.", "函件含有责备客户的用语，请改写为双方共同的补救安排。"),
        OverridableBy = "legal",
    });

    private static string[] Words(IPluginBuilder builder, string name, LocalizedText title, string[] usual) =>
        builder.Setting(new TextSetting { Name = name, Title = title, Default = string.Join('|', usual), MostCharacters = 4_000 }).Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
