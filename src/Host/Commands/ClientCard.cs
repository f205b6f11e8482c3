using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Clientele.Measures;
using Clientele.Privacy;
using Clientele.Segments;
using Clientele.Storage.Reading;

namespace Clientele.Host.Commands;

/// <summary>Everything known of a client as of a day, on one page.</summary>
internal sealed record ClientCard(
    Client Client,
    DateOnly AsOf,
    IReadOnlyList<Contact> Contacts,
    IReadOnlyList<ContactAttributeValue> ContactAttributes,
    IReadOnlyList<AttributeValue> Attributes,
    IReadOnlyList<Ownership> Owners,
    IReadOnlyList<SegmentExplanation> Segments,
    IReadOnlyList<MeasureValue> Measures,
    IReadOnlyList<MatterInStage> Matters,
    IReadOnlyList<Touchpoint> Touchpoints)
{
    private static readonly JsonSerializerOptions JsonOptions = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static async Task<ClientCard> ReadAsync(Crm crm, Client client, SeenData seen, DateOnly asOf, CancellationToken cancellationToken) => new(
        client,
        asOf,
        seen.Contacts,
        seen.ContactAttributes,
        seen.Attributes,
        await crm.Store.Clients.OwnersAsync(client.Id, asOf, cancellationToken).ConfigureAwait(false),
        [.. (await crm.Explanations.ExplainAsync(client.Id, asOf, cancellationToken).ConfigureAwait(false)).Where(scheme => scheme.Segment is not null)],
        [.. (await crm.Measures.OfClientAsync(client.Id, asOf, cancellationToken).ConfigureAwait(false)).Where(measure => measure.Value is not null)],
        await crm.Store.Matters.InStageAsync(asOf, client: client.Id, cancellationToken: cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false),
        await crm.Store.Touchpoints.TimelineAsync(client.Id, asOf, 20, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false));

    public async Task WriteTextAsync(Run run, Catalogue catalogue)
    {
        await run.LineAsync($"{Client.Name}  ({Client.Id})").ConfigureAwait(false);
        await run.LineAsync(run.Say($"known since {Day(Client.Since)}, as of {Day(AsOf)}", $"建档 {Day(Client.Since)}，基准日 {Day(AsOf)}")).ConfigureAwait(false);
        await SectionAsync(run, new("Contacts", "联系人"), Contacts.SelectMany(contact => Person(run, catalogue, contact))).ConfigureAwait(false);
        await SectionAsync(run, new("People who put continuity at risk", "影响合作连续性的人员"), Measures.Where(measure => measure.Measure.Name == "core.people_at_risk").SelectMany(measure => measure.Reasons).Select(run.Say)).ConfigureAwait(false);
        await SectionAsync(run, new("Attributes", "属性"), Attributes.Select(value => Attribute(run, catalogue.Attributes.GetValueOrDefault(value.Name), value.Name, value.Value))).ConfigureAwait(false);
        await SectionAsync(run, new("Owners", "负责人"), Owners.Select(owner => $"{owner.Role}: {owner.Person}")).ConfigureAwait(false);
        await SectionAsync(run, new("Segments", "客户细分"), Segments.Select(scheme => $"{run.Say(scheme.Scheme.Title)}: {run.Say(scheme.Segment!.Title)}  {string.Join(" ", scheme.Reasons.Select(run.Say))}")).ConfigureAwait(false);
        await SectionAsync(run, new("Measures", "指标"), Measures.Select(measure => $"{run.Say(measure.Measure.Title)}: {measure.Value!.Value.ToString("#,0.####", CultureInfo.InvariantCulture)}")).ConfigureAwait(false);
        await SectionAsync(run, new("Matters", "事项"), Matters.Select(matter => Join(matter.Matter.Title, Stage(run, catalogue, matter), Day(matter.Stage.From)))).ConfigureAwait(false);
        await SectionAsync(run, new("Latest touchpoints", "最近触点"), Touchpoints.Select(touchpoint => Join(Day(touchpoint.OccurredOn), Title(run, catalogue.Kinds.GetValueOrDefault(touchpoint.Kind)?.Title, touchpoint.Kind), touchpoint.Amount?.ToString() ?? "", touchpoint.By, touchpoint.Note))).ConfigureAwait(false);
    }

    public async Task WriteJsonAsync(Run run)
    {
        var json = JsonSerializer.Serialize(
            new
            {
                Client,
                AsOf,
                Contacts = Contacts.Select(contact => new { contact.Id, contact.Name, contact.FamilyName, contact.Salutation, contact.Position, contact.Role, contact.Email, contact.Phone, contact.Culture, contact.Primary, contact.Source, contact.ExternalId, Attributes = Of(contact).ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal) }),
                Attributes,
                Owners,
                Segments = Segments.Select(scheme => new { Scheme = scheme.Scheme.Name, Segment = scheme.Segment!.Name, scheme.Since, Reasons = scheme.Reasons.Select(run.Say) }),
                Measures = Measures.Select(measure => new { measure.Measure.Name, measure.Value }),
                Matters = Matters.Select(matter => new { matter.Matter.Id, matter.Matter.Title, matter.Matter.Type, matter.Stage.Stage, matter.Stage.From }),
                Touchpoints,
            },
            JsonOptions);
        await run.LineAsync(json).ConfigureAwait(false);
    }

    private static async Task SectionAsync(Run run, LocalizedText title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        await run.LineAsync().ConfigureAwait(false);
        await run.LineAsync(run.Say(title)).ConfigureAwait(false);
        foreach (var line in all)
        {
            await run.LineAsync($"  {line.ReplaceLineEndings(" ")}").ConfigureAwait(false);
        }
    }

    private IEnumerable<ContactAttributeValue> Of(Contact contact) => ContactAttributes.Where(value => value.Contact == contact.Id);

    private IEnumerable<string> Person(Run run, Catalogue catalogue, Contact contact) =>
    [
        Join(contact.Name, contact.Position, contact.Email, contact.Phone),
        .. Of(contact).Select(value => $"  {Attribute(run, catalogue.ContactAttributes.GetValueOrDefault(value.Name), value.Name, value.Value)}"),
    ];

    private static string Attribute(Run run, AttributeDefinition? definition, string name, string value) =>
        $"{Title(run, definition?.Title, name)}: {Title(run, definition?.Choices.FirstOrDefault(choice => choice.Value == value)?.Title, value)}";

    private static string Stage(Run run, Catalogue catalogue, MatterInStage matter) =>
        Title(run, catalogue.MatterTypes.GetValueOrDefault(matter.Matter.Type)?.Stages.FirstOrDefault(stage => stage.Name == matter.Stage.Stage)?.Title, matter.Stage.Stage);

    private static string Title(Run run, LocalizedText? title, string name) => title is null ? name : run.Say(title);

    private static string Join(params ReadOnlySpan<string> parts)
    {
        var shown = new List<string>();
        foreach (var part in parts)
        {
            if (part.Length > 0)
            {
                shown.Add(part);
            }
        }

        return string.Join(" · ", shown);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
