using System.Text.Json.Nodes;

namespace Clientele.Documents;

/// <summary>What stands in an archived letter where a person was erased.</summary>
internal static class ErasedField
{
    /// <summary>The mark in the letter's language; <see langword="null"/> for a field that is no text and is left out.</summary>
    public static JsonNode? Mark(string field, bool chinese)
    {
        var (en, zh) = field switch
        {
            nameof(Contact.Name) => ("name", "姓名"),
            nameof(Contact.FamilyName) => ("family name", "姓氏"),
            nameof(Contact.Position) => ("position", "职务"),
            nameof(Contact.Role) => ("role", "角色"),
            nameof(Contact.Email) => ("e-mail address", "邮箱"),
            nameof(Contact.Phone) => ("telephone number", "电话"),
            nameof(Contact.ExternalId) => ("number", "编号"),
            _ => ("", ""),
        };
        return en.Length == 0 ? null : chinese ? $"【{zh}已删除】" : $"[{en} erased]";
    }
}
