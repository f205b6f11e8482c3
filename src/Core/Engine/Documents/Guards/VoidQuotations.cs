using Clientele.Quotations;
using Clientele.Storage;

namespace Clientele.Documents;

/// <summary>Finds references to quotations in a letter that are not in force that day, or are another customer's.</summary>
internal sealed class VoidQuotations(Store store)
{
    private static readonly Guard Guard = new()
    {
        Name = "core.active_quotation",
        Title = new("Only quotations in force", "仅限有效报价"),
        AllowedWhen = "false",
        Refusal = new("The letter names a quotation that is not in force for this client; ask for the one that is.", "函件引用的报价对该客户无效，请改用有效报价。"),
    };

    public async Task<IReadOnlyList<GuardRefusal>> InAsync(RenderedLetter letter, LetterFacts facts, CancellationToken cancellationToken)
    {
        var reasons = new List<Reason>();
        foreach (var part in ForbiddenWords.Text(letter))
        {
            foreach (var (reference, index) in QuotationReference.In(part.Text))
            {
                var entry = await store.Registers.FindAsync("core.quotation", QuotationReference.Bytes(reference), cancellationToken).ConfigureAwait(false);
                if (Wrong(reference, entry, facts) is { } wrong)
                {
                    reasons.Add(ForbiddenWords.At("void_quotation", reference, wrong, part, index));
                }
            }
        }

        return reasons.Count == 0 ? [] : [new GuardRefusal(Guard, reasons)];
    }

    private static LocalizedText? Wrong(string reference, RegisterEntry? entry, LetterFacts facts)
    {
        if (entry is null)
        {
            return new($"{reference} is no quotation,", $"{reference} 不是有效的报价编号");
        }

        if (!entry.IsInForce(facts.AsOf))
        {
            return new($"{reference} is not in force,", $"{reference} 已失效");
        }

        var customer = facts.Attributes.FirstOrDefault(attribute => attribute.Definition.Name == "core.customer_group")?.Value ?? facts.Client.Id.ToString();
        return entry.Text("customer") == customer ? null : new($"{reference} is another customer's,", $"{reference} 属于其他客户");
    }
}
