namespace Clientele.Practices.Bounces;

/// <summary>No letter goes to an e-mail address from which the last one came back.</summary>
internal static class BouncedAddressGuard
{
    // Nobody overrides it: a corrected address is another address, and one that works again is cleared.
    public static Guard Guard { get; } = new()
    {
        Name = "core.bounced_address",
        Title = new("E-mail address that works", "邮箱有效"),
        AllowedWhen = "!contact.bounced",
        Refusal = new(
            "A letter came back from the contact's e-mail address; ask for the right one and enter it, or 'clientele outbox bounces --clear ADDRESS' when it works again.",
            "发往该联系人邮箱的函件曾被退回；请核实并更正邮箱；若邮箱已恢复，可用 clientele outbox bounces --clear 地址 解除。"),
    };
}
