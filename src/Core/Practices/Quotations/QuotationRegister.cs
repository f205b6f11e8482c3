namespace Clientele.Practices.Quotations;

/// <summary>One price for one thing to one customer, whoever asks (row S3-03).</summary>
internal static class QuotationRegister
{
    public const string Sent = "core.quotation_sent";
    public const string Superseded = "core.quotation_superseded";

    public static RegisterDefinition Register { get; } = new()
    {
        Name = "core.quotation",
        Title = new("Quotations", "报价"),
        Description = new("The price in force for a customer group, an item with its specification and a band of quantity.", "同一客户集团、同一产品规格、同一数量档的有效报价。"),
        Fields =
        [
            new("customer", new("Customer group", "客户集团")),
            new("specification", new("Fingerprint of item and specification", "产品规格指纹")),
            new("band", new("Quantity from", "数量档起点"), ValueKind.Number),
            new("item", new("Item", "产品")) { Required = true },
            new("spec", new("Specification", "规格")),
            new("price", new("Unit price", "单价"), ValueKind.Number) { Required = true },
        ],
        Key = ["customer", "specification", "band"],
        ChangedBy = ["manager"],
        Days = 90,
    };

    /// <summary>Companies of one group have the same value and get the same price.</summary>
    public static AttributeDefinition Group { get; } = new() { Name = "core.customer_group", Title = new("Customer group", "客户集团") };

    public static IReadOnlyList<TouchpointKind> Kinds { get; } =
    [
        new() { Name = Sent, Title = new("Quotation sent", "发出报价"), Details = [new("quotation", new("Quotation", "报价编号"), Required: true)] },
        new() { Name = Superseded, Title = new("Quotation replaced after it was sent", "已发报价被替代"), Details = [new("quotation", new("Void quotation", "作废报价编号"), Required: true), new("replaced_by", new("New quotation", "新报价编号"), Required: true)] },
    ];

    /// <summary>Whoever sent a quotation that is void tells the client of the new one.</summary>
    public static Policy Tell { get; } = new EventPolicy
    {
        Name = "core.quotation_changed",
        Title = new("Tell the client of the new price", "告知客户报价变更"),
        After = [Superseded],
        Steps = [new(1)],
        OwnedByDoer = true,
        FulfilledBy = ["core.call", "core.message", "core.visit", Sent],
        Merges = false,
    };
}
