using System.Text;
using System.Text.Json.Nodes;
using Clientele.Plugins;

namespace Clientele.Tests.Plugins;

public sealed class ManifestTests
{
    [Fact]
    public void A_full_manifest_is_read()
    {
        var json = PluginDirectory.Manifest("acme.real-estate");
        json["dependencies"] = PluginDirectory.DependsOn("acme.geo");

        var (manifest, problems) = Read(json.ToJsonString());

        Assert.Empty(problems);
        Assert.Equal(("acme.real-estate", "1.0.0", "real_estate"), (manifest!.Id, manifest.Version, manifest.Prefix));
        Assert.Equal([new PluginDependency("acme.geo", "[1.0,2.0)")], manifest.Dependencies);
    }

    [Theory]
    [InlineData("not json", "line 1, column 2")]
    [InlineData("{\n  \"id\": \"a.b\",\n}", "line 3, column 1")]
    [InlineData("{\n  \"id\": \"a.b\",\n  \"id\": \"a.c\"\n}", "'id' twice, at line 3, column 3")]
    [InlineData("\uFEFF{}", "byte order mark, at line 1, column 1")]
    [InlineData("{ \"\\ud800\": 1 }", "escape that is no character, at line 1, column 3")]
    [InlineData("", "line 1, column 1")]
    [Trait("Scenario", "4")]
    public void A_manifest_that_is_not_JSON_says_where_and_no_default_is_invented(string text, string where)
    {
        var (manifest, problems) = Read(text);

        Assert.Null(manifest);
        var problem = Assert.Single(problems);
        Assert.Equal(PluginCodes.ManifestUnreadable, problem.Code);
        Assert.Contains(where, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Scenario", "4")]
    public void A_manifest_of_five_megabytes_is_not_even_parsed()
    {
        using var plugins = new PluginDirectory();
        plugins.AddRaw("huge", "{ \"id\": \"" + new string('x', 5_000_000) + "\" }");

        var diagnostic = Assert.Single(plugins.Load().Diagnostics);

        Assert.Equal((PluginCodes.ManifestUnreadable, "huge"), (diagnostic.Code, diagnostic.PluginId));
    }

    [Fact]
    [Trait("Scenario", "5")]
    public void All_problems_of_a_manifest_are_reported_in_one_pass()
    {
        var (manifest, problems) = Read("""
            { "schemaVersion": 1, "id": "Not An Id", "version": "1", "name": { "en": "Only English" }, "prefix": "core",
              "entryAssembly": 7, "contract": "what?", "dependencies": [ { "id": "x" } ], "tags": [ "operational" ], "colour": "red" }
            """);

        Assert.Null(manifest);
        Assert.All(problems.Where(problem => problem.Severity == PluginSeverity.Error), problem => Assert.Equal(PluginCodes.ManifestFieldInvalid, problem.Code));
        string[] named = ["The id 'Not An Id'", "The version '1'", "'name'", "The prefix 'core'", "'entryAssembly'", "'entryType'", "The contract range 'what?'", "The dependency", "Its tags"];
        Assert.All(named, name => Assert.Single(problems, problem => problem.Message.Contains(name, StringComparison.Ordinal)));
        Assert.Equal(named.Length + 1, problems.Count);
        Assert.Equal(PluginSeverity.Warning, Assert.Single(problems, problem => problem.Code == PluginCodes.ManifestFieldUnknown).Severity);
        Assert.Equal(PluginSeverity.Warning, Assert.Single(problems, problem => problem.Code == PluginCodes.TagsMissing).Severity);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{ "schemaVersion": "1", "id": 5, "version": null, "name": [], "prefix": {}, "contract": 1, "dependencies": {} }""")]
    public void A_manifest_of_the_wrong_shape_is_refused_and_nothing_is_thrown(string text)
    {
        var (manifest, problems) = Read(text);

        Assert.Null(manifest);
        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.NotEmpty(problem.Hint));
    }

    [Fact]
    [Trait("Scenario", "6")]
    public void A_newer_schema_names_the_newest_this_host_reads()
    {
        var (_, problems) = Read(With("schemaVersion", 99));

        var problem = Assert.Single(problems);
        Assert.Equal(PluginCodes.ManifestTooNew, problem.Code);
        Assert.Contains("reads up to 1", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/x.dll")]
    [InlineData("../x.dll")]
    [InlineData("C:\\x.dll")]
    [InlineData("..\\x.dll")]
    [InlineData("\\\\srv\\x.dll")]
    [InlineData("https://example.org/x.dll")]
    [InlineData("~/x.dll")]
    [InlineData("x.txt")]
    [InlineData("sub/../../x.dll")]
    [InlineData("sub//x.dll")]
    [Trait("Scenario", "7")]
    public void An_entry_assembly_outside_the_folder_is_refused(string path)
    {
        var (_, problems) = Read(With("entryAssembly", path));

        Assert.Equal(PluginCodes.PathOutsidePlugin, Assert.Single(problems).Code);
    }

    [Theory]
    [InlineData("x.dll")]
    [InlineData("./x.dll")]
    [InlineData("sub/x.dll")]
    [Trait("Scenario", "7")]
    public void An_entry_assembly_inside_the_folder_is_accepted(string path) => Assert.Empty(Read(With("entryAssembly", path)).Problems);

    [Theory]
    [InlineData("*")]
    [InlineData("1.0")]
    [InlineData("[0.1.0,)")]
    [InlineData("")]
    [Trait("Scenario", "18")]
    public void A_contract_range_without_an_upper_bound_is_too_loose(string range)
    {
        var (_, problems) = Read(With("contract", range));

        Assert.Equal(PluginCodes.ContractRangeTooLoose, Assert.Single(problems).Code);
    }

    [Fact]
    [Trait("Scenario", "8")]
    public void An_entry_assembly_that_is_a_link_out_of_the_folder_is_refused()
    {
        using var plugins = new PluginDirectory();
        var elsewhere = Directory.CreateTempSubdirectory("elsewhere-");
        var target = Path.Combine(elsewhere.FullName, "x.dll");
        File.WriteAllText(target, "");
        File.CreateSymbolicLink(Path.Combine(plugins.AddManifest("test.linked", json => json["entryAssembly"] = "x.dll"), "x.dll"), target);

        var diagnostic = Assert.Single(plugins.Load().Diagnostics);

        Assert.Equal(PluginCodes.PathOutsidePlugin, diagnostic.Code);
        elsewhere.Delete(recursive: true);
    }

    [Fact]
    [Trait("Scenario", "9")]
    public void A_folder_whose_name_begins_like_the_plugins_is_not_inside_it()
    {
        using var plugins = new PluginDirectory();
        var evil = Path.Combine(plugins.AddFolder("plugEvil"), "x.dll");
        File.WriteAllText(evil, "");

        Assert.False(PluginPath.IsInside(plugins.AddFolder("plug"), evil));
        Assert.True(PluginPath.IsInside(plugins.AddFolder("plugEvil"), evil));
    }

    private static string With(string field, JsonNode value)
    {
        var json = PluginDirectory.Manifest("acme.real-estate");
        json[field] = value;
        return json.ToJsonString();
    }

    private static (PluginManifest? Manifest, List<PluginDiagnostic> Problems) Read(string text)
    {
        var problems = new List<PluginDiagnostic>();
        return (ManifestReader.Read(Encoding.UTF8.GetBytes(text), "folder", problems), problems);
    }
}
