using Clientele.Measures;
using Clientele.Storage;
using Clientele.Storage.Projection;

namespace Clientele.Matters;

/// <summary>Opens the matters that come of others: when a stage is entered, or so many days before a date.</summary>
internal sealed class FollowOnOpening(Store store, Catalogue catalogue)
{
    /// <summary>Opens what is to be opened by a day and is not yet. Doing it twice opens nothing twice.</summary>
    /// <returns>The opened matters.</returns>
    public async Task<IReadOnlyList<Matter>> RunAsync(DateOnly asOf, CancellationToken cancellationToken)
    {
        var types = catalogue.MatterTypes.Values.Where(type => type.FollowOns.Count > 0).ToDictionary(type => type.Name, StringComparer.Ordinal);
        var opened = new List<Matter>();
        if (types.Count == 0)
        {
            return opened;
        }

        await foreach (var (matter, stages) in store.Matters.WithStagesAsync(asOf, types.Keys, cancellationToken).ConfigureAwait(false))
        {
            foreach (var next in types[matter.Type].FollowOns)
            {
                var id = MatterId.From($"follow-on {next.Name}", matter.Id.ToString());
                if (await DayAsync(next, matter, stages, asOf, cancellationToken).ConfigureAwait(false) is { } day && day <= asOf && await store.Matters.FindAsync(id, cancellationToken).ConfigureAwait(false) is null)
                {
                    opened.Add(new Matter { Id = id, Client = matter.Client, Type = next.Type, Title = Title(next, matter), OpenedOn = day, Source = matter.Source, Origin = matter.Id });
                }
            }
        }

        await PutAsync(opened, cancellationToken).ConfigureAwait(false);
        return opened;
    }

    // Whichever comes first: the stage, or the lead before the date as it is known on the day.
    private async Task<DateOnly?> DayAsync(FollowOn next, Matter matter, IReadOnlyList<MatterStage> stages, DateOnly asOf, CancellationToken cancellationToken)
    {
        var entered = stages.FirstOrDefault(stage => stage.Stage == next.Stage && stage.From <= asOf)?.From;
        if (next.Before.Length == 0 || await LatestDetails.OfAsync(store, matter.Id, asOf, cancellationToken).ConfigureAwait(false) is not { } details || InvariantText.Day(details.GetValueOrDefault(next.Before)) is not { } date || date.DayNumber < next.LeadDays)
        {
            return entered;
        }

        // A date set long ago cannot open what comes of a matter before the matter itself.
        var lead = date.AddDays(-next.LeadDays) is var day && day < matter.OpenedOn ? matter.OpenedOn : date.AddDays(-next.LeadDays);
        return entered < lead ? entered : lead;
    }

    private async Task PutAsync(List<Matter> opened, CancellationToken cancellationToken)
    {
        if (opened.Count == 0)
        {
            return;
        }

        var batch = await store.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (batch.ConfigureAwait(false))
        {
            foreach (var matter in opened)
            {
                await batch.PutAsync(matter, cancellationToken).ConfigureAwait(false);
            }

            await batch.ProjectAsync(catalogue.MatterTypes, catalogue.Moves.Allowed, cancellationToken).ConfigureAwait(false);
            await batch.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // A matter's title is one text; it goes on in the language it began in.
    private static string Title(FollowOn next, Matter matter) =>
        matter.Title.Any(letter => letter is >= '\u4E00' and <= '\u9FFF') ? $"{next.Title.Zh}：{matter.Title}" : $"{next.Title.En}: {matter.Title}";
}
