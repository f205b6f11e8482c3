using Clientele.Storage.Reading;
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

    private const string Facts = $"""
        SELECT {MatterReader.Columns}, t.id, t.kind, t.occurred_on
        FROM matter_unfolded u CROSS JOIN matter m ON m.id = u.matter_id LEFT JOIN touchpoint t ON t.matter_id = m.id AND {TouchpointReader.InForce}
        ORDER BY u.matter_id
        """;

    /// <param name="batch">The batch.</param>
    /// <param name="types">The registered state machines.</param>
    /// <param name="after">Folds what came after this touchpoint; <see langword="null"/> for every matter, as after a change of the state machines.</param>
    /// <param name="cancellationToken">Stops the folding.</param>
    public static async Task ProjectAsync(StoreBatch batch, IReadOnlyDictionary<string, MatterType> types, long? after, CancellationToken cancellationToken)
    {
        var touched = after is { } position ? batch.Statements[Touched].With(position) : batch.Statements[All];
        await touched.RunAsync(cancellationToken).ConfigureAwait(false);

        // One statement gives all facts, matter by matter; what is written meanwhile is another table.
        var rows = await batch.Statements[Facts].ReadAsync(cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            Matter? matter = null;
            var facts = new List<(TouchpointId Id, string Kind, DateOnly OccurredOn)>();
            while (await rows.NextAsync(cancellationToken).ConfigureAwait(false))
            {
                var id = new MatterId(rows.Id(0));
                if (matter?.Id != id)
                {
                    await FoldAsync(batch, types, matter, facts, cancellationToken).ConfigureAwait(false);
                    matter = MatterReader.Read(rows);
                    facts.Clear();
                }

                if (!rows.IsDBNull(7))
                {
                    facts.Add((new TouchpointId(rows.Id(7)), rows.GetString(8), rows.DayAt(9)));
                }
            }

            await FoldAsync(batch, types, matter, facts, cancellationToken).ConfigureAwait(false);
        }

        // A matter whose type nobody registers keeps its stages; registering the type folds every matter.
        await batch.Statements["DELETE FROM matter_unfolded"].RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task FoldAsync(StoreBatch batch, IReadOnlyDictionary<string, MatterType> types, Matter? matter, IReadOnlyList<(TouchpointId Id, string Kind, DateOnly OccurredOn)> facts, CancellationToken cancellationToken)
    {
        if (matter is null || !types.TryGetValue(matter.Type, out var type))
        {
            return;
        }

        var id = matter.Id.Value.Bytes();
        var stages = StageFold.Fold(matter, type, facts);
        await batch.Statements["DELETE FROM matter_stage WHERE matter_id = @0"].With(id).RunAsync(cancellationToken).ConfigureAwait(false);
        for (var ordinal = 0; ordinal < stages.Count; ordinal++)
        {
            var stage = stages[ordinal];
            await batch.Statements["INSERT INTO matter_stage (matter_id, ordinal, stage, from_on, until_on, touchpoint_id) VALUES (@0, @1, @2, @3, @4, @5)"]
                .With(id, ordinal, stage.Stage, stage.From.Text(), stage.Until.Text(), stage.By?.Value.Bytes()).RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
