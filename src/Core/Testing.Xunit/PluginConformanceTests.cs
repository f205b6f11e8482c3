using Clientele.Plugins;
using Xunit;

namespace Clientele.Testing;

/// <summary>Derive from this class to hold a plugin against everything that a host and its operators rely on: one test for each check.</summary>
/// <remarks>
/// The plugin is loaded from the folder it was built to, as a host does. The test project says where that is, and builds the plugin first:
/// <code>
/// &lt;ProjectReference Include="../Landscaping/Landscaping.csproj" ReferenceOutputAssembly="false" Private="false" /&gt;
/// &lt;AssemblyMetadata Include="PluginFolder" Value="$(MSBuildProjectDirectory)/../Landscaping/bin/$(Configuration)/$(TargetFramework)" /&gt;
/// </code>
/// For xUnit 2. With another test framework call <see cref="PluginConformance.RequireAsync"/> in a test.
/// </remarks>
/// <param name="run">The run of the suite, given by xUnit.</param>
/// <example>
/// <code>
/// public sealed class ConformanceTests(ConformanceRun run) : PluginConformanceTests(run);
/// </code>
/// </example>
public abstract class PluginConformanceTests(ConformanceRun run) : IClassFixture<ConformanceRun>
{
    /// <summary>The folder the plugin was built to.</summary>
    /// <value>The default is what the test project states as the assembly metadata <c>PluginFolder</c>.</value>
    protected virtual string PluginFolder => BuiltPlugin.Folder(GetType().Assembly);

    /// <summary>Manifest, framework, libraries and use of the contract.</summary>
    /// <returns>A task that ends when the check passed.</returns>
    [Fact]
    public Task The_manifest_the_files_and_the_use_of_the_contract_are_in_order() => PassesAsync(ConformanceChecks.Files);

    /// <summary>What it registers, and that every rule compiles.</summary>
    /// <returns>A task that ends when the check passed.</returns>
    [Fact]
    public Task What_it_registers_is_in_order_and_every_rule_compiles() => PassesAsync(ConformanceChecks.Registers);

    /// <summary>Migrations of stored data.</summary>
    /// <returns>A task that ends when the check passed.</returns>
    [Fact]
    public Task Every_migration_is_applied_once_and_leaves_nothing_unread() => PassesAsync(ConformanceChecks.Migrations);

    /// <summary>Titles in English and Chinese.</summary>
    /// <returns>A task that ends when the check passed.</returns>
    [Fact]
    public Task Every_title_is_in_both_languages() => PassesAsync(ConformanceChecks.Languages);

    /// <summary>Policies over sample facts.</summary>
    /// <returns>A task that ends when the check passed.</returns>
    [Fact]
    public Task Every_policy_plans_over_sample_facts() => PassesAsync(ConformanceChecks.Policies);

    /// <summary>Measures over sample facts.</summary>
    /// <returns>A task that ends when the check passed.</returns>
    [Fact]
    public Task Every_measure_computes_and_gives_its_reasons_in_both_languages() => PassesAsync(ConformanceChecks.Measures);

    /// <summary>Segments over sample facts, with their explanations.</summary>
    /// <returns>A task that ends when the check passed.</returns>
    [Fact]
    public Task Every_rule_explains_itself_and_the_explanation_is_true() => PassesAsync(ConformanceChecks.Schemes);

    /// <summary>Letters in both languages.</summary>
    /// <returns>A task that ends when the check passed.</returns>
    [Fact]
    public Task Every_letter_renders_in_both_languages_with_much_and_with_little_known() => PassesAsync(ConformanceChecks.Letters);

    /// <summary>What keeps a letter from whoever should not get it.</summary>
    /// <returns>A task that ends when the check passed.</returns>
    [Fact]
    public Task Every_letter_has_its_guards() => PassesAsync(ConformanceChecks.Guards);

    /// <summary>Reports in both languages.</summary>
    /// <returns>A task that ends when the check passed.</returns>
    [Fact]
    public Task Every_report_renders_in_both_languages() => PassesAsync(ConformanceChecks.Reports);

    /// <summary>Start and stop.</summary>
    /// <returns>A task that ends when the check passed.</returns>
    [Fact]
    public Task It_starts_and_stops() => PassesAsync(ConformanceChecks.Stops);

    /// <summary>Unloading.</summary>
    /// <returns>A task that ends when the check passed.</returns>
    [Fact]
    public Task Nothing_of_it_stays_in_memory_when_it_is_unloaded() => PassesAsync(ConformanceChecks.Unloads);

    private async Task PassesAsync(string check)
    {
        var report = await run.OfAsync(PluginFolder).ConfigureAwait(false);
        var findings = report.Findings.Where(finding => finding.Check == check).ToList();
        if (findings.Count == 0)
        {
            throw new ClienteleException(PluginCodes.NotConforming, $"The check '{check}' was not reached; put this right first:\n{string.Join('\n', report.Findings.Where(finding => !finding.Passed))}");
        }

        if (findings.Exists(finding => !finding.Passed))
        {
            throw new ClienteleException(PluginCodes.NotConforming, string.Join('\n', findings.Where(finding => !finding.Passed)));
        }
    }
}
