using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Clientele.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Clientele.Tests.Plugins;

public sealed class HabitWarningTests
{
    [Theory]
    [InlineData("System.ComponentModel.TypeDescriptor.GetConverter(typeof(Mine));", "System.ComponentModel.TypeDescriptor")]
    [InlineData("System.ComponentModel.DataAnnotations.Validator.TryValidateObject(this, new(this), null, true);", "System.ComponentModel.DataAnnotations.Validator")]
    [InlineData("System.Text.Json.JsonSerializer.Serialize(new Mine());", "System.Text.Json.JsonSerializer")]
    [InlineData("System.Text.Json.JsonSerializer.Deserialize<Mine>(\"{}\", new System.Text.Json.JsonSerializerOptions());", "System.Text.Json.JsonSerializer")]
    [InlineData("dynamic mine = new Mine(); mine.Touch();", "dynamic")]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += (_, _) => { };", "System.AppDomain.add_ProcessExit")]
    [InlineData("System.Runtime.Loader.AssemblyLoadContext.Default.Resolving += (_, _) => null;", "System.Runtime.Loader.AssemblyLoadContext.add_Resolving")]
    [InlineData("System.Reflection.DispatchProxy.Create<IDisposable, System.Reflection.DispatchProxy>();", "System.Reflection.DispatchProxy.Create")]
    [InlineData("System.Runtime.InteropServices.GCHandle.Alloc(this);", "System.Runtime.InteropServices.GCHandle.Alloc")]
    [InlineData("_ = new Timer(_ => { }, null, 1, 1);", "System.Threading.Timer.ctor")]
    [Trait("Scenario", "130")]
    public async Task A_habit_that_keeps_a_plugin_in_memory_is_a_warning_of_the_build(string code, string habit)
    {
        var warning = Assert.Single(await WarningsAsync(code));

        Assert.Equal((UnloadHabitAnalyzer.Code, DiagnosticSeverity.Warning), (warning.Id, warning.Severity));
        Assert.StartsWith($"{habit} keeps a plugin from being unloaded: it ", warning.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("context.Own(new Timer(_ => { }, null, 1, 1));")]
    [InlineData("using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));")]
    [InlineData("using (new Timer(_ => { })) { }")]
    [InlineData("System.Text.Json.JsonSerializer.Serialize(new Mine(), typeof(Mine), (System.Text.Json.Serialization.JsonSerializerContext)null!);")]
    [InlineData("System.Text.Json.JsonSerializer.Deserialize(\"{}\", (System.Text.Json.Serialization.Metadata.JsonTypeInfo<Mine>)null!);")]
    [InlineData("AppDomain.CurrentDomain.ProcessExit -= (_, _) => { };")]
    [InlineData("using var stop = context.Stopping.Register(() => { });")]
    [Trait("Scenario", "130")]
    public async Task What_cleans_up_after_itself_is_no_warning(string code) => Assert.Empty(await WarningsAsync(code));

    [Fact]
    public async Task A_project_that_is_no_plugin_is_left_alone() =>
        Assert.Empty(await WarningsAsync("AppDomain.CurrentDomain.ProcessExit += (_, _) => { };", isPlugin: false));

    private static async Task<ImmutableArray<Diagnostic>> WarningsAsync(string code, bool isPlugin = true)
    {
        var source = $$"""
            namespace Fixture
            {
                public sealed class Mine
                {
                    public void Touch() { }
                    public void Run(IPluginContext context) { {{code}} }
                }
            }
            """;
        var compilation = PluginCompiler.Bare("using IPlugin = Clientele.IPlugin; " + source, "Fixture", PluginCompiler.Offered);
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return await compilation
            .WithAnalyzers([new UnloadHabitAnalyzer()], new AnalyzerOptions([], new Properties(isPlugin)))
            .GetAnalyzerDiagnosticsAsync();
    }

    /// <summary>The properties of a project as the compiler hands them to analyzers.</summary>
    private sealed class Properties(bool isPlugin) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(isPlugin);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values(bool isPlugin) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
            {
                value = isPlugin && key == "build_property.IsClientelePlugin" ? "true" : null;
                return value is not null;
            }
        }
    }
}
