using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Clientele.Measures;
using Clientele.Registers;
using Clientele.Storage;
using Clientele.Storage.Writing;

namespace Clientele.Quotations;

/// <summary>One price for one thing to one customer: asking again gives the same quotation, whoever asks.</summary>
/// <remarks>Thread-safe. Quotations are entries of the register <c>core.quotation</c>; the database lets no two of one key be active.</remarks>
/// <example>
/// <code>
/// var subject = new QuotationSubject(client, "Rebar", "HRB400 d16", 120);
/// var quotation = await crm.Quotations.FindAsync(subject, today) ?? await crm.Quotations.QuoteAsync(subject, 1_000, today, "Zhou Wei");
/// </code>
/// </example>
public sealed class QuotationDesk
{
    private const string Register = "core.quotation";
    private const string GroupAttribute = "core.customer_group";
    private const string SentKind = "core.quotation_sent";

    private readonly Store _store;
    private readonly Catalogue _catalogue;
    private readonly RegisterDesk _registers;
    private readonly IReadOnlyList<decimal> _bands;

    internal QuotationDesk(Store store, Catalogue catalogue, RegisterDesk registers, IReadOnlyList<decimal> bands)
    {
        _store = store;
        _catalogue = catalogue;
        _registers = registers;
        _bands = bands;
    }

    /// <summary>The quotation in force for a subject.</summary>
    /// <param name="subject">What is asked for.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The quotation; <see langword="null"/> when none is in force.</returns>
    public async Task<Quotation?> FindAsync(QuotationSubject subject, DateOnly asOf, CancellationToken cancellationToken = default) =>
        await _registers.FindAsync(Register, await KeyAsync(subject, asOf, cancellationToken).ConfigureAwait(false), asOf, cancellationToken).ConfigureAwait(false) is { } entry ? new Quotation(entry) : null;

    /// <summary>Quotes a price, or gives the quotation in force when it has that price.</summary>
    /// <param name="subject">What for.</param>
    /// <param name="price">The unit price; zero or more.</param>
    /// <param name="on">The first day it is in force.</param>
    /// <param name="author">Who quotes.</param>
    /// <param name="until">The first day it is no longer in force; <see langword="null"/> for 90 days, or for whatever the quotation in force says.</param>
    /// <param name="cancellationToken">Stops the quoting; nothing is then changed.</param>
    /// <returns>The quotation in force.</returns>
    /// <exception cref="ClienteleException">Another price is in force (<see cref="ErrorCodes.RegisterConflict"/>; the message names it), or the price is negative (<see cref="ErrorCodes.RecordInvalid"/>).</exception>
    public async Task<Quotation> QuoteAsync(QuotationSubject subject, decimal price, DateOnly on, string author, DateOnly? until = null, CancellationToken cancellationToken = default)
    {
        RequirePrice(price);
        var fields = await KeyAsync(subject, on, cancellationToken).ConfigureAwait(false);
        fields["item"] = subject.Item;
        fields["spec"] = subject.Spec;
        fields["price"] = Text(price);
        // The first spelling of item and specification stays; what counts is their fingerprint.
        if (await _registers.FindAsync(Register, fields.Where(field => field.Key is not ("item" or "spec" or "price")).ToDictionary(StringComparer.Ordinal), on, cancellationToken).ConfigureAwait(false) is { } known)
        {
            fields["item"] = known.Text("item");
            fields["spec"] = known.Text("spec");
        }

        return new Quotation((await _registers.AddAsync(new(Register, fields, on, author) { Until = until }, cancellationToken).ConfigureAwait(false)).Entry);
    }

    /// <summary>Puts another price in the place of the one in force. The old quotation is void, and everybody who sent it is told by a touchpoint with each client that got it.</summary>
    /// <param name="quotation">The quotation in force.</param>
    /// <param name="price">The new unit price; zero or more.</param>
    /// <param name="on">The first day of the new price.</param>
    /// <param name="author">Who decides.</param>
    /// <param name="role">The role in which; it must be one that the register lets change quotations.</param>
    /// <param name="because">Why; not blank.</param>
    /// <param name="until">The first day the new one is no longer in force; <see langword="null"/> for that of the old one.</param>
    /// <param name="cancellationToken">Stops the changing; nothing is then changed.</param>
    /// <returns>The new quotation, and who was told.</returns>
    /// <exception cref="ClienteleException">As <see cref="RegisterDesk.SupersedeAsync(Supersession, CancellationToken)"/>.</exception>
    public async Task<SupersededQuotation> SupersedeAsync(RegisterEntryId quotation, decimal price, DateOnly on, string author, string role, string because, DateOnly? until = null, CancellationToken cancellationToken = default)
    {
        RequirePrice(price);
        var reference = QuotationReference.Of(quotation);
        var sent = await SentAsync(reference, cancellationToken).ConfigureAwait(false);
        var change = new Supersession(quotation, new Dictionary<string, string>(StringComparer.Ordinal) { ["price"] = Text(price) }, on, author, role, because) { Until = until };
        var next = await _registers.SupersedeAsync(change, (batch, _, entry) => TellAsync(batch, sent, reference, QuotationReference.Of(entry.Id), on, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new SupersededQuotation(new Quotation(next), reference, sent);
    }

    /// <summary>Records that somebody sent a quotation to a client, so that they are told when it becomes void.</summary>
    /// <param name="quotation">The quotation.</param>
    /// <param name="client">To whom.</param>
    /// <param name="by">Who sent it.</param>
    /// <param name="on">The day.</param>
    /// <param name="cancellationToken">Stops the recording; nothing is then changed.</param>
    /// <returns>A task that ends when it is stored.</returns>
    /// <exception cref="ClienteleException">The quotation is not in force that day (<see cref="ErrorCodes.RegisterConflict"/>).</exception>
    public async Task RecordSentAsync(Quotation quotation, ClientId client, string by, DateOnly on, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(quotation);
        if (await _registers.FindAsync(quotation.Entry.Id, cancellationToken).ConfigureAwait(false) is not { } stored || !stored.IsInForce(on))
        {
            throw new ClienteleException(ErrorCodes.RegisterConflict, $"The quotation {quotation.Reference} is not in force on {on:yyyy-MM-dd}; ask for the one that is.");
        }

        var batch = await _store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            await batch.PutAsync(Touchpoint(SentKind, client, by, on, new(StringComparer.Ordinal) { ["quotation"] = quotation.Reference }), cancellationToken).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Dictionary<string, string>> KeyAsync(QuotationSubject subject, DateOnly asOf, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (subject.Quantity <= 0 || string.IsNullOrWhiteSpace(subject.Item))
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, "A price is quoted for an item and a quantity above zero.");
        }

        var group = (await _store.Clients.AttributesAsync(subject.Client, asOf, cancellationToken).ConfigureAwait(false)).FirstOrDefault(value => value.Name == GroupAttribute)?.Value;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["customer"] = string.IsNullOrWhiteSpace(group) ? subject.Client.ToString() : group,
            ["specification"] = Fingerprint(subject),
            ["band"] = Text(_bands.LastOrDefault(bound => bound <= subject.Quantity)),
        };
    }

    private async Task<IReadOnlyList<(ClientId Client, string By)>> SentAsync(string reference, CancellationToken cancellationToken)
    {
        await _store.CatchUpToReadAsync(_catalogue, cancellationToken).ConfigureAwait(false);
        return await _store.Touchpoints.OfKindsAsync([SentKind], DateOnly.MaxValue, cancellationToken: cancellationToken)
            .Where(sent => sent.Details.GetValueOrDefault("quotation") == reference)
            .Select(sent => (sent.Client, sent.By)).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task TellAsync(StoreBatch batch, IReadOnlyList<(ClientId Client, string By)> sent, string old, string next, DateOnly on, CancellationToken cancellationToken)
    {
        foreach (var (client, by) in sent)
        {
            await batch.PutAsync(Touchpoint("core.quotation_superseded", client, by, on, new(StringComparer.Ordinal) { ["quotation"] = old, ["replaced_by"] = next }), cancellationToken).ConfigureAwait(false);
        }
    }

    private static Touchpoint Touchpoint(string kind, ClientId client, string by, DateOnly on, Dictionary<string, string> details) => new()
    {
        Id = TouchpointId.From(kind, $"{client}|{by}|{details["quotation"]}"), Client = client, Kind = kind, OccurredOn = on, By = by, Details = details,
    };

    // Full-width digits, capitals and spaces are a matter of typing, not of what is offered.
    private static string Fingerprint(QuotationSubject subject)
    {
        var text = string.Join('\u001F', new[] { subject.Item, subject.Spec }.Select(part => string.Join(' ', part.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static void RequirePrice(decimal price)
    {
        if (price < 0)
        {
            throw new ClienteleException(ErrorCodes.RecordInvalid, "A price cannot be negative.");
        }
    }
}
