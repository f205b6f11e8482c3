using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Clientele.Matters;

namespace Clientele.Host.Commands;

/// <summary>Prints a matter in full.</summary>
internal static class MatterPrinting
{
    private static readonly JsonSerializerOptions JsonOptions = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task WriteAsync(Run run, Crm crm, MatterCard card) => run.Json ? WriteJsonAsync(run, card) : WriteTextAsync(run, crm, card);

    private static async Task WriteTextAsync(Run run, Crm crm, MatterCard card)
    {
        await run.LineAsync($"{card.Matter.Title} · {run.Say(card.Type.Title)} · {MattersCommands.Stage(run, crm, card.Matter, card.Stage.Stage)} ({card.Matter.Id})").ConfigureAwait(false);
        if (card.Origin is { } origin)
        {
            await run.LineAsync(run.Say($"Came of: {origin.Title} ({origin.Id})", $"来源：{origin.Title}（{origin.Id}）")).ConfigureAwait(false);
        }

        await SectionAsync(run, new("Stages", "阶段经过"), card.Stages.Select(stage => $"{Day(stage.From)}  {MattersCommands.Stage(run, crm, card.Matter, stage.Stage)}")).ConfigureAwait(false);
        await SectionAsync(run, new("Facts", "事实"), card.Facts.Select(fact => $"{Day(fact.OccurredOn)}  {run.Say(crm.Catalogue.Kinds.GetValueOrDefault(fact.Kind)?.Title ?? LocalizedText.Same(fact.Kind))}{(fact.By.Length > 0 ? $" · {fact.By}" : "")}{string.Concat(fact.Details.Select(detail => $" · {detail.Key}={detail.Value}"))}")).ConfigureAwait(false);
        await SectionAsync(run, new("What came of it", "由此引出"), card.Linked.Select(linked => $"{linked.Matter.Title} · {MattersCommands.Stage(run, crm, linked.Matter, linked.Stage.Stage)} ({linked.Matter.Id})")).ConfigureAwait(false);
        await SectionAsync(run, new("What could happen next", "下一步"), card.Moves.SelectMany(move => Move(run, move))).ConfigureAwait(false);
    }

    private static IEnumerable<string> Move(Run run, PossibleMove move) =>
    [
        $"{run.Say(move.Title)} ({move.Move.On}) → {run.Say(move.To.Title)}",
        .. move.Requirements.Where(answer => !answer.Met).Select(answer => $"  ✗ {run.Say(answer.Requirement.Otherwise)}"),
        .. move.Requirements.Where(answer => answer.Met).Select(answer => $"  ✓ {answer.Requirement.Rule}"),
    ];

    private static Task WriteJsonAsync(Run run, MatterCard card) => run.LineAsync(JsonSerializer.Serialize(
        new
        {
            card.Matter.Id, card.Matter.Client, card.Matter.Type, card.Matter.Title, card.Stage.Stage, Origin = card.Origin?.Id,
            Stages = card.Stages.Select(stage => new { stage.Stage, stage.From, stage.Until }),
            Facts = card.Facts.Select(fact => new { fact.Id, fact.Kind, fact.OccurredOn, fact.By, Amount = fact.Amount?.Amount, fact.Note, fact.Details }),
            Linked = card.Linked.Select(linked => new { linked.Matter.Id, linked.Matter.Type, linked.Matter.Title, linked.Stage.Stage }),
            Moves = card.Moves.Select(move => new { move.Move.On, To = move.To.Name, Requirements = move.Requirements.Select(answer => new { answer.Requirement.Rule, answer.Met, Otherwise = run.Say(answer.Requirement.Otherwise) }) }),
        },
        JsonOptions));

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

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
