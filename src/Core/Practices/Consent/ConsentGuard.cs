namespace Clientele.Practices.Consent;

/// <summary>A letter with a purpose goes only to a person who agreed to that purpose. A letter that performs a contract has none and needs no consent.</summary>
internal static class ConsentGuard
{
    // Nobody may override it: consent is the person's to give, not the firm's.
    public static Guard Guard { get; } = new()
    {
        Name = "core.consent",
        Title = new("Consent to be contacted", "联系同意"),
        AllowedWhen = """letter.purpose == "" || (contact.known && (contact.consents | array.contains letter.purpose))""",
        Refusal = new(
            "The recipient has not agreed to receive letters of this purpose; ask for consent and record the answer, or choose a contact who agreed.",
            "收件人未同意接收此类信函；请先征得本人同意并登记，或改选已同意的联系人。"),
    };
}
