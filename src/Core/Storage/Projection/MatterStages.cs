using System.Data.Common;
using Clientele.Storage.Reading;
using Clientele.Storage.Sqlite;
using Clientele.Storage.Writing;

namespace Clientele.Storage.Projection;

/// <summary>Folds the stages of the matters that are new, changed, or have new touchpoints.</summary>
internal static class MatterStages
{
    /// <summary>Names every matter that a fact after a position belongs to or, in an earlier version, belonged to.</summary>
    private const string Touched = """
        INSERT INTO matter_unfolded (matter_id)
        SELECT t.matter_id FROM touchpoint t WHERE t.seq > @0 AND t.matter_id IS NOT NULL
        UNION SELECT first.matter_id FROM touchpoint t CROSS JOIN touchpoint first ON first.id = t.corrects WHERE t.seq > @0 AND t.corrects IS NOT NULL AND first.matter_id IS NOT NULL
        UNION SELECT other.matter_id FROM touchpoint t CROSS JOIN touchpoint other ON other.corrects = t.corrects WHERE t.seq > @0 AND t.corrects IS NOT NULL AND other.matter_id IS NOT NULL
        ON CONFLICT DO NOTHING
        """;

    private const string All = "INSERT INTO matter_unfolded (matter_id) SELECT m.id FROM matter m WHERE true ON CONFLICT DO NOTHING";

    /// <summary>What came of a matter can be required by its moves, so whoever stands above a matter is folded with it.</summary>
    private const string Above = """
        INSERT INTO matter_unfolded (matter_id)
        WITH RECURSIVE above (id) AS (
            SELECT m.origin_id FROM matter_unfolded u CROSS JOIN matter m ON m.id = u.matter_id WHERE m.origin_id IS NOT NULL
            UNION SELECT m.origin_id FROM above a CROSS JOIN matter m ON m.id = a.id WHERE m.origin_id IS NOT NULL)
        SELECT id FROM above WHERE true ON CONFLICT DO NOTHING
        """;

    private const string Deepest = "SELECT coalesce(max(m.depth), -1) FROM matter_unfolded u CROSS JOIN matter m ON m.id = u.matter_id";

    private const string Facts = $"""
        SELECT {MatterReader.Columns}, t.id, t.kind, t.occurred_on, t.amount_e4, t.details
        FROM matter_unfolded u CROSS JOIN matter m ON m.id = u.matter_id LEFT JOIN touchpoint t ON t.matter_id = m.id AND {TouchpointReader.InForce}
        WHERE m.depth = @0 ORDER BY u.matter_id
        """;

    private const string Linked = $"SELECT {MatterReader.Columns}, s.stage, s.from_on, s.until_on, s.touchpoint_id FROM matter m CROSS JOIN matter_stage s ON s.matter_id = m.id WHERE m.origin_id = @0 ORDER BY m.id, s.ordinal";

    /// <param name="batch">The batch.</param>
    /// <param name="types">The registered state machines.</param>
    /// <param name="allowed">Judges moves that require something.</param>
    /// <param name="after">Folds what came after this touchpoint; <see langword="null"/> for every matter, as after a change of the state machines.</param>
    /// <param name="cancellationToken">Stops the folding.</param>
    public static async Task ProjectAsync(StoreBatch batch, IReadOnlyDictionary<string, MatterType> types, MoveAllowed? allowed, long? after, CancellationToken cancellationToken)
    {
        var touched = after is { } position ? batch.Statements[Touched].With(position) : batch.Statements[All];
        await touched.RunAsync(cancellationToken).ConfigureAwait(false);
        await batch.Statements[Above].RunAsync(cancellationToken).ConfigureAwait(false);
        for (var depth = await batch.Statements[Deepest].ScalarAsync<long>(cancellationToken).ConfigureAwait(false); depth >= 0; depth--)
        {
            await FoldDepthAsync(batch, types, allowed, depth, cancellationToken).ConfigureAwait(false);
        }

        // A matter whose type nobody registers keeps its stages; registering the type folds every matter.
        await batch.Statements["DELETE FROM matter_unfolded"].RunAsync(cancellationToken).ConfigureAwait(false);
    }

    // One statement gives all facts, matter by matter; what is written meanwhile is another table.
    private static async Task FoldDepthAsync(StoreBatch batch, IReadOnlyDictionary<string, MatterType> types, MoveAllowed? allowed, long depth, CancellationToken cancellationToken)
    {
        var rows = await batch.Statements[Facts].With(depth).ReadAsync(cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            Matter? matter = null;
            var requires = false;
            var facts = new List<MatterFact>();
            while (await rows.NextAsync(cancellationToken).ConfigureAwait(false))
            {
                var id = new MatterId(rows.Id(0));
                if (matter?.Id != id)
                {
                    await FoldAsync(batch, types, allowed, matter, facts, cancellationToken).ConfigureAwait(false);
                    matter = MatterReader.Read(rows);
                    requires = types.TryGetValue(matter.Type, out var type) && Requires(type);
                    facts.Clear();
                }

                if (!rows.IsDBNull(MatterReader.ColumnCount))
                {
                    facts.Add(Fact(rows, requires));
                }
            }

            await FoldAsync(batch, types, allowed, matter, facts, cancellationToken).ConfigureAwait(false);
        }
    }

    private static MatterFact Fact(DbDataReader rows, bool requires) => new(
        new TouchpointId(rows.Id(MatterReader.ColumnCount)),
        rows.GetString(MatterReader.ColumnCount + 1),
        rows.DayAt(MatterReader.ColumnCount + 2),
        rows.IsDBNull(MatterReader.ColumnCount + 3) ? null : DbExtensions.FromE4(rows.GetInt64(MatterReader.ColumnCount + 3)),
        !requires || rows.IsDBNull(MatterReader.ColumnCount + 4) ? DetailsJson.None : DetailsJson.Read(rows.Utf8(MatterReader.ColumnCount + 4)));

    private static bool Requires(MatterType type) => type.Moves.Any(move => move.Requires.Count > 0);

    private static async Task FoldAsync(StoreBatch batch, IReadOnlyDictionary<string, MatterType> types, MoveAllowed? allowed, Matter? matter, IReadOnlyList<MatterFact> facts, CancellationToken cancellationToken)
    {
        if (matter is null || !types.TryGetValue(matter.Type, out var type))
        {
            return;
        }

        var id = matter.Id.Value.Bytes();
        var linked = Requires(type) ? MatterReader.Linked(await batch.Statements.ListAsync(Linked, [id], MatterReader.InStage, cancellationToken).ConfigureAwait(false)) : [];
        var stages = StageFold.Fold(matter, type, facts, linked, allowed);
        await batch.Statements["DELETE FROM matter_stage WHERE matter_id = @0"].With(id).RunAsync(cancellationToken).ConfigureAwait(false);
        for (var ordinal = 0; ordinal < stages.Count; ordinal++)
        {
            var stage = stages[ordinal];
            await batch.Statements["INSERT INTO matter_stage (matter_id, ordinal, stage, from_on, until_on, touchpoint_id) VALUES (@0, @1, @2, @3, @4, @5)"]
                .With(id, ordinal, stage.Stage, stage.From.Text(), stage.Until.Text(), stage.By?.Value.Bytes()).RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
