using Clientele.Storage.Reading;
using Clientele.Storage.Writing;

namespace Clientele.Storage.Projection;

/// <summary>Folds the stages of the matters whose touchpoints are new.</summary>
internal static class MatterStages
{
    public static async Task ProjectAsync(StoreBatch batch, IReadOnlyDictionary<string, MatterType> types, long after, CancellationToken cancellationToken)
    {
        var matters = new List<Matter>();
        var touched = await batch.Statements[$"""
            SELECT {MatterReader.Columns} FROM matter m
            WHERE m.id IN (SELECT t.matter_id FROM touchpoint t WHERE t.seq > @0 AND t.matter_id IS NOT NULL
                           UNION SELECT original.matter_id FROM touchpoint t JOIN touchpoint original ON original.id = t.corrects WHERE t.seq > @0 AND original.matter_id IS NOT NULL)
               OR NOT EXISTS (SELECT 1 FROM matter_stage s WHERE s.matter_id = m.id)
            """].With(after).ReadAsync(cancellationToken).ConfigureAwait(false);
        await using (touched.ConfigureAwait(false))
        {
            while (await touched.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                matters.Add(MatterReader.Read(touched));
            }
        }

        foreach (var matter in matters)
        {
            if (types.TryGetValue(matter.Type, out var type))
            {
                await WriteAsync(batch, matter, StageFold.Fold(matter, type, await TouchpointsAsync(batch, matter, cancellationToken).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task<List<(TouchpointId Id, string Kind, DateOnly OccurredOn)>> TouchpointsAsync(StoreBatch batch, Matter matter, CancellationToken cancellationToken)
    {
        var touchpoints = new List<(TouchpointId, string, DateOnly)>();
        var rows = await batch.Statements[$"SELECT t.id, t.kind, t.occurred_on FROM touchpoint t WHERE t.matter_id = @0 AND {TouchpointReader.InForce}"].With(matter.Id.Value.Bytes()).ReadAsync(cancellationToken).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                touchpoints.Add((new TouchpointId(rows.Id(0)), rows.GetString(1), rows.DayAt(2)));
            }
        }

        return touchpoints;
    }

    private static async Task WriteAsync(StoreBatch batch, Matter matter, IReadOnlyList<MatterStage> stages, CancellationToken cancellationToken)
    {
        await batch.Statements["DELETE FROM matter_stage WHERE matter_id = @0"].With(matter.Id.Value.Bytes()).RunAsync(cancellationToken).ConfigureAwait(false);
        for (var ordinal = 0; ordinal < stages.Count; ordinal++)
        {
            var stage = stages[ordinal];
            await batch.Statements["INSERT INTO matter_stage (matter_id, ordinal, stage, from_on, until_on, touchpoint_id) VALUES (@0, @1, @2, @3, @4, @5)"]
                .With(matter.Id.Value.Bytes(), ordinal, stage.Stage, stage.From.Text(), stage.Until.Text(), stage.By?.Value.Bytes()).RunAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
