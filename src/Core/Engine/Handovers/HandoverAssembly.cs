using Clientele.Matters;
using Clientele.Promises;
using Clientele.Storage;

namespace Clientele.Handovers;

/// <summary>Puts together what the store knows that whoever takes over must know.</summary>
internal sealed class HandoverAssembly(Store store, Catalogue catalogue)
{
    /// <summary>The lines of each section, by its name.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<LocalizedText>>> LinesAsync(ClientId client, DateOnly asOf, CancellationToken cancellationToken) => new SortedDictionary<string, IReadOnlyList<LocalizedText>>(StringComparer.Ordinal)
    {
        ["contacts"] = [.. (await store.Clients.ContactsAsync(client, cancellationToken).ConfigureAwait(false)).Select(contact => LocalizedText.Same(Contact(contact)))],
        ["preferences"] = [.. (await store.Clients.AttributesAsync(client, asOf, cancellationToken).ConfigureAwait(false)).Select(Attribute).OfType<LocalizedText>()],
        ["promises"] = await PromisesAsync(client, asOf, cancellationToken).ConfigureAwait(false),
        ["expectations"] = await SatisfactionAsync(client, asOf, cancellationToken).ConfigureAwait(false),
        ["issues"] = await MattersAsync(client, asOf, cancellationToken).ConfigureAwait(false),
    };

    private static string Contact(Contact contact) =>
        string.Join(", ", new[] { contact.Name, contact.Position, contact.Role, contact.Phone, contact.Email }.Where(part => !string.IsNullOrEmpty(part)));

    private LocalizedText? Attribute(AttributeValue value) => catalogue.Attributes.TryGetValue(value.Name, out var definition)
        ? new($"{definition.Title.En}: {Shown(definition, value.Value).En}", $"{definition.Title.Zh}：{Shown(definition, value.Value).Zh}")
        : null;

    private static LocalizedText Shown(AttributeDefinition definition, string value) => definition.Choices.FirstOrDefault(choice => choice.Value == value)?.Title ?? LocalizedText.Same(value);

    private async Task<IReadOnlyList<LocalizedText>> PromisesAsync(ClientId client, DateOnly asOf, CancellationToken cancellationToken) =>
        await new PromiseReading(store).ReadAsync(asOf.ToDateTime(TimeOnly.MaxValue), client, cancellationToken).Where(promise => promise.Stage is "open" or "requested").Select(promise => new LocalizedText(
            $"{promise.Text}{(promise.Due is { } due ? $", due {due.Text()}" : "")}{(promise.Pending ? ", not approved" : "")}",
            $"{promise.Text}{(promise.Due is { } day ? $"，期限 {day.Text()}" : "")}{(promise.Pending ? "，待批准" : "")}")).ToListAsync(cancellationToken).ConfigureAwait(false);

    private async Task<IReadOnlyList<LocalizedText>> SatisfactionAsync(ClientId client, DateOnly asOf, CancellationToken cancellationToken) =>
        await store.Touchpoints.TimelineAsync(client, asOf, cancellationToken: cancellationToken).Where(fact => fact.Details.ContainsKey("satisfaction") || fact.Details.ContainsKey("findings")).Take(5).Select(fact =>
        {
            var kind = catalogue.Kinds.GetValueOrDefault(fact.Kind)?.Title ?? LocalizedText.Same(fact.Kind);
            var (score, findings) = (fact.Details.GetValueOrDefault("satisfaction", ""), fact.Details.GetValueOrDefault("findings", ""));
            return new LocalizedText(
                $"{fact.OccurredOn.Text()} {kind.En}{(score.Length > 0 ? $", satisfaction {score}" : "")}{(findings.Length > 0 ? $": {findings}" : "")}",
                $"{fact.OccurredOn.Text()} {kind.Zh}{(score.Length > 0 ? $"，满意度 {score}" : "")}{(findings.Length > 0 ? $"：{findings}" : "")}");
        }).ToListAsync(cancellationToken).ConfigureAwait(false);

    // Whatever is under way with the client, but the handover itself and the promises, which have a section of their own.
    private async Task<IReadOnlyList<LocalizedText>> MattersAsync(ClientId client, DateOnly asOf, CancellationToken cancellationToken) =>
        await store.Matters.InStageAsync(asOf, client: client, cancellationToken: cancellationToken)
            .Where(matter => !catalogue.IsOver(matter) && matter.Matter.Type is not (Passings.MatterType or PromiseReading.MatterType))
            .Select(matter =>
            {
                var type = catalogue.MatterTypes.GetValueOrDefault(matter.Matter.Type);
                var stage = type?.Stages.FirstOrDefault(stage => stage.Name == matter.Stage.Stage)?.Title ?? LocalizedText.Same(matter.Stage.Stage);
                var title = type?.Title ?? LocalizedText.Same(matter.Matter.Type);
                return new LocalizedText($"{title.En}: {matter.Matter.Title} ({stage.En} since {matter.Stage.From.Text()})", $"{title.Zh}：{matter.Matter.Title}（自 {matter.Stage.From.Text()} 起{stage.Zh}）");
            }).ToListAsync(cancellationToken).ConfigureAwait(false);
}
