using Clientele;
using Microsoft.Extensions.DependencyInjection;

var today = new DateOnly(2026, 3, 31);
var database = args.Length > 0 ? args[0] : Path.Combine(Path.GetTempPath(), "clientele-minimal.db");
await using var services = new ServiceCollection().AddClientele(o => o.Database = database).BuildServiceProvider();
var crm = await services.GetRequiredService<CrmSource>().OpenAsync();

await using (var batch = await crm.BeginAsync())
{
    foreach (var (name, sales) in new[] { ("Harbour Authority", 900_000m), ("City Library", 150_000m), ("North Clinic", 40_000m) })
    {
        var client = new Client { Id = ClientId.From("minimal", name), Name = name, Since = today.AddYears(-1) };
        await batch.PutAsync(client);
        await batch.PutAsync(new Touchpoint { Id = TouchpointId.From("minimal", $"{name}/2026"), Client = client.Id, Kind = "core.sale", OccurredOn = today, Amount = new Money(sales, "CNY") });
    }

    await batch.CommitAsync();
}

foreach (var count in (await crm.Segments.RunAsync(today)).Schemes.Single(scheme => scheme.Scheme == "core.abc").Segments)
{
    Console.WriteLine($"{count.Segment.Title.En}: {count.Count}");
}
