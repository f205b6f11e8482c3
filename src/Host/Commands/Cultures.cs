using Clientele.Documents;

namespace Clientele.Host.Commands;

/// <summary>The languages of documents, as operators name them.</summary>
internal static class Cultures
{
    public static DocumentLanguage Of(string name) => name.ToLowerInvariant() switch
    {
        "zh" or "zh-cn" or "zh-hans" => DocumentLanguage.Chinese,
        "en" or "en-us" or "en-gb" or "en-au" => DocumentLanguage.English,
        _ => throw new ClienteleException(ErrorCodes.RecordInvalid, $"Documents are written in zh-CN or en, not in '{name}'."),
    };
}
