namespace Clientele.Import;

/// <summary>Reads how a person is addressed, in both languages.</summary>
internal static class SalutationCell
{
    public static bool TryRead(string cell, out Salutation salutation)
    {
        Salutation? known = CellText.Plain(cell).TrimEnd('.').ToLowerInvariant() switch
        {
            "" or "unknown" or "未知" => Salutation.Unknown,
            "mr" or "mister" or "m" or "male" or "先生" or "男" => Salutation.Mr,
            "ms" or "mrs" or "miss" or "f" or "female" or "女士" or "小姐" or "女" => Salutation.Ms,
            "dr" or "doctor" or "博士" => Salutation.Dr,
            "prof" or "professor" or "教授" => Salutation.Professor,
            _ => null,
        };
        salutation = known ?? Salutation.Unknown;
        return known is not null;
    }
}
