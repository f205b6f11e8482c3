namespace Clientele.Import;

/// <summary>Reads yes and no, in both languages and as programs write them.</summary>
internal static class YesNoCell
{
    public static bool TryRead(string cell, out bool yes)
    {
        bool? answer = CellText.Plain(cell).ToLowerInvariant() switch
        {
            "true" or "yes" or "y" or "1" or "x" or "是" or "有" or "同意" or "已同意" or "√" or "✓" or "✔" => true,
            "false" or "no" or "n" or "0" or "否" or "无" or "不同意" or "拒绝" or "×" or "✗" => false,
            _ => null,
        };
        yes = answer == true;
        return answer is not null;
    }
}
