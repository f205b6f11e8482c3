using Clientele.Documents;
using Clientele.Testing;

namespace Landscaping.Tests;

public sealed class CareTests
{
    private static Task<PluginTestHost> OpenAsync() => PluginTestHost.OpenAsync(BuiltPlugin.Folder(typeof(CareTests).Assembly));

    [Fact]
    public async Task A_park_with_a_contract_is_a_key_client()
    {
        await using var host = await OpenAsync();
        var park = await host.Facts.ClientAsync("City Park", new(2025, 5, 1), ("landscaping.garden", "park"));

        await host.Facts.TouchAsync(park, "landscaping.contract", new(2026, 1, 15), amount: 80_000);

        Assert.Equal("key", await host.SegmentAsync(park, "landscaping.class", new(2026, 3, 31)));
    }

    [Fact]
    public async Task Two_weeks_after_planting_the_client_reads_how_to_care_for_it()
    {
        await using var host = await OpenAsync();
        var client = await host.Facts.ClientAsync("City Park", new(2025, 5, 1));
        await host.Facts.ContactAsync(client, "Ann Lee", "service");
        var project = await host.Facts.MatterAsync(client, "landscaping.project", new(2026, 2, 1), "Riverside garden");
        await host.Facts.TouchAsync(client, "landscaping.planting", new(2026, 3, 2), matter: project);

        var letter = await host.LetterAsync("landscaping.care_letter", client, new(2026, 3, 16), DocumentLanguage.English);

        Assert.Contains("Caring for Riverside garden", letter.Letter!.Text, StringComparison.Ordinal);
        Assert.Single(await host.DueAsync("landscaping.first_care", new(2026, 3, 16)));
    }
}
