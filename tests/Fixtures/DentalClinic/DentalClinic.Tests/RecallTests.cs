using Clientele.Documents;
using Clientele.Testing;

namespace DentalClinic.Tests;

public sealed class RecallTests
{
    private static readonly DateOnly AsOf = new(2026, 3, 31);

    [Fact]
    public async Task A_smoker_is_called_back_after_half_a_year_and_reads_why()
    {
        await using var host = await OpenAsync();
        var patient = await host.Facts.ClientAsync("Ann Lee", new(2025, 1, 10), ("dental.smoker", "true"));
        await host.Facts.ContactAsync(patient, "Ann Lee", "service");
        await host.Facts.TouchAsync(patient, "dental.checkup", new(2025, 9, 1));

        Assert.Equal("close", await host.SegmentAsync(patient, "dental.recall_class", AsOf));
        Assert.Equal(new DateOnly(2026, 2, 28), Assert.Single(await host.DueAsync("dental.recall", AsOf)).DueOn);
        var letter = await host.LetterAsync("dental.recall_letter", patient, AsOf, DocumentLanguage.English);
        Assert.Contains("every six months", letter.Letter!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_missed_three_appointments_is_called_and_not_written_to()
    {
        await using var host = await OpenAsync();
        var patient = await host.Facts.ClientAsync("Bo Chen", new(2025, 1, 10));
        await host.Facts.ContactAsync(patient, "Bo Chen", "service");
        foreach (var month in new[] { 1, 2, 3 })
        {
            await host.Facts.TouchAsync(patient, "dental.no_show", new(2026, month, 5));
        }

        var letter = await host.LetterAsync("dental.recall_letter", patient, AsOf, DocumentLanguage.Chinese);

        Assert.Null(letter.Letter);
        Assert.Equal("dental.no_recall_for_no_shows", Assert.Single(letter.Gate.Refusals).Guard.Name);
    }

    private static Task<PluginTestHost> OpenAsync() => PluginTestHost.OpenAsync(BuiltPlugin.Folder(typeof(RecallTests).Assembly));
}
