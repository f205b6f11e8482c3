using System.CommandLine;
using Clientele.Host.Printing;
using Clientele.Segments;

namespace Clientele.Host.Commands;

/// <summary><c>clientele segments moves</c>.</summary>
internal static class SegmentMovesCommand
{
    private sealed record Move(SegmentMoves Moves, Segment? From, Segment? To, long Count);

    public static Command Build(CommandRunner runner)
    {
        var from = DayOption.Named("--from", runner.Say, "The earlier day.", "较早的日期。");
        var to = DayOption.Named("--to", runner.Say, "The later day; the as-of day by default.", "较晚的日期，默认基准日。");
        from.Required = true;
        var scheme = new Option<string?>("--scheme") { Description = runner.Say("Only this scheme.", "只看该分类法。"), HelpName = "SCHEME" };
        return runner.Command("moves", "Count who moved from which segment to which between two days; those who stayed included.", "统计两个日期之间各细分的迁移（含未变动者）。", (run, token) => RunAsync(run, run.Value(from)!.Value, run.Value(to), run.Value(scheme), token), from, to, scheme);
    }

    private static async Task<int> RunAsync(Run run, DateOnly from, DateOnly? to, string? only, CancellationToken cancellationToken)
    {
        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<Move>();
        foreach (var scheme in only is null ? [.. crm.Catalogue.Schemes.Values] : new[] { crm.Catalogue.Scheme(only) })
        {
            var moves = await crm.Segments.MovesAsync(scheme.Name, from, to ?? run.AsOf, cancellationToken).ConfigureAwait(false);
            Segment?[] places = [.. moves.Segments, null];
            rows.AddRange(places.SelectMany(_ => places, (one, other) => new Move(moves, one, other, moves[one?.Name, other?.Name])).Where(move => move.Count > 0));
        }

        await run.ListAsync(
            new Listing<Move>(
                new("scheme", new("Scheme", "分类法"), move => run.Json ? move.Moves.Scheme.Name : run.Say(move.Moves.Scheme.Title)),
                new("from", new("From", "由"), move => Name(run, move.From)),
                new("to", new("To", "至"), move => Name(run, move.To)),
                new("clients", new("Clients", "客户数"), move => move.Count),
                new("of", new("Of", "原有"), move => move.Moves.Row(move.From?.Name))),
            rows).ConfigureAwait(false);
        return 0;
    }

    private static string? Name(Run run, Segment? segment) => run.Json ? segment?.Name : segment is null ? run.Say("none", "无") : run.Say(segment.Title);
}
