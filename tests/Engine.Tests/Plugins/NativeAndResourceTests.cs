using System.Globalization;
using System.Resources;
using System.Runtime.InteropServices;
using Clientele.Plugins;
using Microsoft.CodeAnalysis;
using static Clientele.Tests.Plugins.PluginDirectory;

namespace Clientele.Tests.Plugins;

public sealed class NativeAndResourceTests : IDisposable
{
    private const string Version = """
        public static class Native
        {
            [System.Runtime.InteropServices.DllImport("LIBRARY")] private static extern IntPtr sqlite3_libversion();
            public static string Version => System.Runtime.InteropServices.Marshal.PtrToStringUTF8(sqlite3_libversion())!;
        }
        """;

    private readonly PluginDirectory _plugins = new();

    public void Dispose() => _plugins.Dispose();

    [Theory]
    [InlineData("e_sqlite3")]
    [InlineData("libe_sqlite3.so")]
    [Trait("Scenario", "41")]
    [Trait("Scenario", "42")]
    public void A_native_library_is_found_under_the_plugins_own_runtimes_folder(string library)
    {
        // The library that the tests themselves run on is at hand for Linux only; the resolver is the same everywhere.
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        AddNative("test.native", library);

        var set = _plugins.Load();

        Assert.Empty(set.Diagnostics);
        Assert.StartsWith("3.", set.Catalogue.Kinds["native.visit"].Title.En, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_plugins.Root, "test.native", "runtimes"), File.ReadAllText("/proc/self/maps"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Scenario", "45")]
    public void Two_plugins_with_the_same_native_name_each_get_their_own_file()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        AddNative("test.one", "e_sqlite3");
        AddNative("test.two", "e_sqlite3");

        Assert.Empty(_plugins.Load().Diagnostics);

        var mapped = File.ReadAllText("/proc/self/maps");
        Assert.Contains(Path.Combine(_plugins.Root, "test.one", "runtimes"), mapped, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_plugins.Root, "test.two", "runtimes"), mapped, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Scenario", "43")]
    public async Task A_native_library_finds_the_one_it_needs_beside_it_in_the_copy()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
        {
            return;
        }

        var folder = _plugins.Add(
            "test.pair",
            """builder.TouchpointKinds(new TouchpointKind { Name = $"pair.visit_{Native.first()}", Title = new("Visit", "拜访") });""",
            outside: """public static class Native { [System.Runtime.InteropServices.DllImport("first")] public static extern int first(); }""");
        var natives = Directory.CreateDirectory(Path.Combine(folder, "runtimes", "linux-x64", "native")).FullName;
        await NativePair.WriteAsync(natives);
        WriteDeps(folder, "test.pair", "linux-x64", "libfirst.so", "libsecond.so");
        var shadow = Path.Combine(Path.GetTempPath(), "clientele-shadow-" + Path.GetRandomFileName());

        await using (var set = PluginLoader.Load(_plugins.Options with { ShadowDirectory = shadow }))
        {
            Assert.Empty(set.Diagnostics);
            Assert.Equal(["pair.visit_43"], set.Catalogue.Kinds.Keys);
            Assert.Contains(File.ReadLines("/proc/self/maps"), line => line.EndsWith("libsecond.so", StringComparison.Ordinal) && line.Contains(shadow, StringComparison.Ordinal));
        }

        Directory.Delete(shadow, recursive: true);
    }

    [Fact]
    [Trait("Scenario", "44")]
    public void A_native_library_that_is_nowhere_costs_the_call_and_says_what_was_looked_for()
    {
        _plugins.Add("test.p", """builder.Measures(new ComputedMeasure { Name = "p.score", Title = new("Score", "得分"), Reads = [], Computation = new Score() });""", outside: """
            public sealed class Score : IMeasureComputation
            {
                [System.Runtime.InteropServices.DllImport("nowhere")] private static extern int answer();
                public MeasureResult Compute(MeasureInput input) => MeasureResult.Of(answer());
            }
            """);
        var set = _plugins.Load();

        var result = ((ComputedMeasure)set.Catalogue.Measures["p.score"]).Computation.Compute(new(default, default, _ => null, _ => null));

        Assert.Null(result.Value);
        Assert.StartsWith("PLG8001: DllNotFoundException: Unable to load shared library 'nowhere'", result.Reasons[0].Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("es", "Hola", true)]
    [InlineData("es-MX", "Hola", true)]
    [InlineData("en", "Hello", true)]
    [InlineData("es", "Hola", false)]
    [Trait("Scenario", "46")]
    [Trait("Scenario", "47")]
    public void Resources_come_in_the_language_of_the_thread_from_the_plugins_satellites(string culture, string expected, bool withDepsFile)
    {
        var folder = AddWithSatellite(withDepsFile);
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = new(culture);
        try
        {
            var set = _plugins.Load();

            Assert.Empty(set.Diagnostics);
            Assert.Equal(expected, set.Catalogue.Kinds["words.visit"].Title.En);
            Assert.True(File.Exists(Path.Combine(folder, "es", "Fixture.test.words.resources.dll")));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private void AddNative(string id, string library)
    {
        var name = id[(id.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var folder = _plugins.Add(id, $$"""builder.TouchpointKinds(new TouchpointKind { Name = "{{name}}.visit", Title = LocalizedText.Same(Native.Version) });""", outside: Version.Replace("LIBRARY", library, StringComparison.Ordinal));
        var rid = "linux-" + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        var target = Path.Combine(folder, "runtimes", rid, "native", "libe_sqlite3.so");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(Sqlite(rid), target);
        WriteDeps(folder, id, rid, "libe_sqlite3.so");
    }

    private static void WriteDeps(string folder, string id, string rid, params string[] natives)
    {
        var assets = string.Join(", ", natives.Select(native => $$"""
            "runtimes/{{rid}}/native/{{native}}": { "rid": "{{rid}}", "assetType": "native", "fileVersion": "0.0.0.0" }
            """));
        File.WriteAllText(Path.Combine(folder, $"Fixture.{id}.deps.json"), $$"""
            { "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0" },
              "targets": { ".NETCoreApp,Version=v10.0": {
                "Fixture.{{id}}/1.0.0": { "dependencies": { "native": "1.0.0" }, "runtime": { "Fixture.{{id}}.dll": { } } },
                "native/1.0.0": { "runtimeTargets": { {{assets}} } } } },
              "libraries": {
                "Fixture.{{id}}/1.0.0": { "type": "project", "serviceable": false, "sha512": "" },
                "native/1.0.0": { "type": "package", "serviceable": true, "sha512": "" } } }
            """);
    }

    private static string Sqlite(string rid) =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "libe_sqlite3.so", SearchOption.AllDirectories).FirstOrDefault(file => file.Contains(rid, StringComparison.Ordinal))
        ?? ((string)AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES")!).Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "libe_sqlite3.so")).First(File.Exists);

    private string AddWithSatellite(bool withDepsFile)
    {
        var folder = _plugins.AddManifest("test.words");
        const string Say = """builder.TouchpointKinds(new TouchpointKind { Name = "words.visit", Title = LocalizedText.Same(new System.Resources.ResourceManager("Words", typeof(Plugin).Assembly).GetString("hello")!) });""";
        PluginCompiler.Compile("[assembly: System.Resources.NeutralResourcesLanguage(\"en\")]" + Source(Say), Path.Combine(folder, "Fixture.test.words.dll"), Resource("Words.resources", "Hello"));
        Directory.CreateDirectory(Path.Combine(folder, "es"));
        PluginCompiler.Compile("[assembly: System.Reflection.AssemblyCulture(\"es\")]", Path.Combine(folder, "es", "Fixture.test.words.resources.dll"), Resource("Words.es.resources", "Hola"));
        if (withDepsFile)
        {
            File.WriteAllText(Path.Combine(folder, "Fixture.test.words.deps.json"), """
                { "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0" },
                  "targets": { ".NETCoreApp,Version=v10.0": { "Fixture.test.words/1.0.0": { "runtime": { "Fixture.test.words.dll": { } }, "resources": { "es/Fixture.test.words.resources.dll": { "locale": "es" } } } } },
                  "libraries": { "Fixture.test.words/1.0.0": { "type": "project", "serviceable": false, "sha512": "" } } }
                """);
        }

        return folder;
    }

    private static ResourceDescription Resource(string name, string hello)
    {
        var stream = new MemoryStream();
        using (var writer = new ResourceWriter(stream))
        {
            writer.AddResource("hello", hello);
            writer.Generate();
            return new ResourceDescription(name, () => new MemoryStream(stream.ToArray()), isPublic: true);
        }
    }
}
