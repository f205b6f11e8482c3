namespace Clientele.Quotations;

/// <summary>What a price is asked for.</summary>
/// <param name="Client">Who asks; companies of one <c>core.customer_group</c> are one customer.</param>
/// <param name="Item">The item.</param>
/// <param name="Spec">Its specification; may be empty. Case, width and spaces do not matter.</param>
/// <param name="Quantity">How many; above zero. It falls into a band of quantity.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record QuotationSubject(ClientId Client, string Item, string Spec, decimal Quantity);

/// <summary>A price in force, or one that was.</summary>
/// <param name="Entry">Its version in the register <c>core.quotation</c>.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Quotation(RegisterEntry Entry)
{
    /// <summary>The unit price in the currency of the workspace.</summary>
    public decimal Price => Entry.Number("price") ?? 0;

    /// <summary>What letters print: <c>QT-</c> and the first twelve digits of the id. A letter with the reference of a quotation that is not in force is refused.</summary>
    public string Reference => QuotationReference.Of(Entry.Id);
}

/// <summary>A quotation that took the place of another, and whoever had sent that one.</summary>
/// <param name="Quotation">The new one.</param>
/// <param name="Void">The reference that is void.</param>
/// <param name="Told">The clients it was sent to and the people who sent it; each has a touchpoint <c>core.quotation_superseded</c>.</param>
public sealed record SupersededQuotation(Quotation Quotation, string Void, IReadOnlyList<(ClientId Client, string By)> Told);
