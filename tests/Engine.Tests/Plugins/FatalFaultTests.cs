using System.Diagnostics;

namespace Clientele.Tests.Plugins;

/// <summary>What no host in one process can contain: the process dies, and what was committed is there when the next one opens the database.</summary>
public sealed class FatalFaultTests : IDisposable
{
    private readonly PluginDirectory _plugins = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("clientele-").FullName;

    public void Dispose()
    {
        _plugins.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("return Deeper(input, 1);")]
    [InlineData("""Environment.FailFast("enough"); return MeasureResult.Of(0);""")]
    [Trait("Scenario", "103")]
    public async Task A_plugin_that_overflows_the_stack_or_ends_the_process_takes_the_process_and_not_the_data(string body)
    {
        _plugins.Add("test.p", """
            builder.Measures(new ComputedMeasure { Name = "p.score", Title = new("Score", "得分"), Reads = [], Computation = new Score() })
                .Schemes(new RuleScheme { Name = "p.class", Title = new("Class", "类别"), Rules = [new("best", new("Best", "最佳"), "p.score >= 2"), new("other", new("Other", "其他"))] });
            """, outside: $$"""
            public sealed class Score : IMeasureComputation
            {
                public MeasureResult Compute(MeasureInput input) { {{body}} }
                private static MeasureResult Deeper(MeasureInput input, decimal depth) { var next = Deeper(input, depth + 1); return MeasureResult.Of(next.Value!.Value + depth); }
            }
            """);
        var database = Path.Combine(_folder, "clientele.db");

        var (code, output) = await RunAsync("plugins", database, _plugins.Root, "2026-03-31");

        Assert.StartsWith("stored", output, StringComparison.Ordinal);
        Assert.NotEqual(0, code);
        Assert.DoesNotContain("survived", output, StringComparison.Ordinal);
        await using var crm = await Crm.OpenAsync(new ClienteleOptions { Database = database }, TimeProvider.System);
        Assert.Equal(1, await crm.Store.Clients.CountAsync());
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Clientele.ImportVictim.dll"), .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        // No dump of the process that dies as it should.
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        await error;
        return (process.ExitCode, await output);
    }
}
