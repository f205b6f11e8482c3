using System.Text.Json;
using System.Text.RegularExpressions;
using NuGet.Versioning;

namespace Clientele.Plugins;

/// <summary>Takes the fields of a manifest one by one and notes what is wrong with each, so that an author sees all of it at once.</summary>
internal sealed partial class ManifestFields(JsonElement root, string fallbackId, List<PluginDiagnostic> problems)
{
    private static readonly string[] Known =
        ["$schema", "schemaVersion", "id", "version", "name", "publisher", "prefix", "entryAssembly", "entryType", "contract", "dependencies", "exports", "capabilities", "apiLevels", "before", "after", "tags"];

    private string _id = "";
    private bool _failed;

    public PluginManifest? Read()
    {
        _id = fallbackId;
        if (root.ValueKind != JsonValueKind.Object)
        {
            Invalid("The manifest is not a JSON object.", "Begin it with { and end it with }.");
            return null;
        }

        _id = Text("id", required: true, pattern: Id(), example: "acme.real-estate") is { Length: > 0 } id ? id : fallbackId;
        Schema();
        var version = Text("version", required: true, example: "1.0.0");
        if (version.Length > 0 && !SemanticVersion.TryParse(version, out _))
        {
            Invalid($"The version '{version}' is not a semantic version.", "Write three numbers, such as 1.0.0.");
        }

        var name = Name();
        var prefix = Text("prefix", required: true, pattern: Prefix(), example: "real_estate");
        if (prefix == Origin.CorePrefix)
        {
            Invalid($"The prefix '{prefix}' is the framework's own.", "Choose a prefix of your own.");
        }

        var entryAssembly = Text("entryAssembly", required: true, example: "Acme.RealEstate.dll");
        if (entryAssembly.Length > 0 && PluginPath.Refusal(entryAssembly, ".dll") is { } refusal)
        {
            Add(PluginCodes.PathOutsidePlugin, PluginSeverity.Error, $"The entryAssembly '{entryAssembly}' {refusal}.", "Write the path of a .dll inside the plugin's folder, with forward slashes.");
        }

        var entryType = Text("entryType", required: true, example: "Acme.RealEstate.RealEstatePlugin");
        var contract = Contract();
        var dependencies = Dependencies();
        var exports = Exports();
        var publisher = Text("publisher", required: false);
        var capabilities = Texts("capabilities", PluginCapabilities.ReadClients);
        var apiLevels = ApiLevels();
        var before = Texts("before", "acme.geo");
        var after = Texts("after", "acme.geo");
        var tags = Tags();
        Unknown();
        return _failed ? null : new PluginManifest
        {
            Id = _id,
            Version = version,
            Name = name!,
            Publisher = publisher,
            Prefix = prefix,
            EntryAssembly = entryAssembly,
            EntryType = entryType,
            Contract = contract,
            Dependencies = dependencies,
            Exports = exports,
            Capabilities = capabilities,
            ApiLevels = apiLevels,
            Before = before,
            After = after,
            Tags = tags,
        };
    }

    private void Schema()
    {
        if (!root.TryGetProperty("schemaVersion", out var schema) || schema.ValueKind != JsonValueKind.Number || !schema.TryGetInt32(out var number) || number < 1)
        {
            Invalid("The field 'schemaVersion' is missing or not a whole number from 1.", $"Write \"schemaVersion\": {PluginManifest.NewestSchema}.");
        }
        else if (number > PluginManifest.NewestSchema)
        {
            Add(PluginCodes.ManifestTooNew, PluginSeverity.Error, $"The manifest is of schema {number}; this host reads up to {PluginManifest.NewestSchema}.", "Update the host, or ask the publisher for a version of the plugin for this host.");
        }
    }

    private LocalizedText? Name()
    {
        if (root.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.Object
            && Language(name, "en") is { } en && Language(name, "zh") is { } zh)
        {
            return new(en, zh);
        }

        Invalid("The field 'name' is missing or not given in both languages.", "Write \"name\": { \"en\": \"Real estate\", \"zh\": \"地产\" }.");
        return null;
    }

    private string Contract()
    {
        const string Hint = "Write the versions it was tried with and the first it was not, such as [0.1.0,0.2.0).";
        var range = Text("contract", required: false);
        if (range.Length > 0 && !VersionRange.TryParse(range, out _))
        {
            Invalid($"The contract range '{range}' is not a range of versions.", Hint);
        }
        else if (range.Length == 0 || !VersionRange.Parse(range).HasUpperBound)
        {
            Add(PluginCodes.ContractRangeTooLoose, PluginSeverity.Error, range.Length == 0 ? "The field 'contract' is missing." : $"The contract range '{range}' has no upper bound.", Hint);
        }

        return range;
    }

    private List<PluginDependency> Dependencies()
    {
        var found = new List<PluginDependency>();
        if (!root.TryGetProperty("dependencies", out var list))
        {
            return found;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            Invalid("The field 'dependencies' is not a list.", "Write \"dependencies\": [ { \"id\": \"acme.geo\", \"range\": \"[1.0,2.0)\" } ].");
            return found;
        }

        foreach (var item in list.EnumerateArray())
        {
            if (Dependency(item) is { } dependency)
            {
                found.Add(dependency);
            }
        }

        foreach (var twice in found.GroupBy(dependency => dependency.Id).Where(group => group.Skip(1).Any()))
        {
            Invalid($"The dependency '{twice.Key}' is given more than once.", "Keep one of them.");
        }

        return found;
    }

    private List<string> Exports()
    {
        if (!root.TryGetProperty("exports", out var list))
        {
            return [];
        }

        var names = list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : "").ToList()
            : [""];
        if (names.Exists(name => name.Contains('/', StringComparison.Ordinal) || PluginPath.Refusal(name, ".dll") is not null))
        {
            Invalid("The field 'exports' is not a list of assembly file names.", "Write \"exports\": [ \"Acme.Geo.Contracts.dll\" ].");
        }

        return names;
    }

    private List<string> Texts(string field, string example)
    {
        if (!root.TryGetProperty(field, out var list))
        {
            return [];
        }

        if (list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
        {
            return [.. list.EnumerateArray().Select(item => item.GetString()!).Distinct(StringComparer.Ordinal)];
        }

        Invalid($"The field '{field}' is not a list of texts.", $"Write \"{field}\": [ \"{example}\" ] or the like.");
        return [];
    }

    private List<string> Tags()
    {
        var tags = Texts("tags", ManifestTags.Types[0]);
        var missing = string.Join(" and ", new[] { (ManifestTags.Types, "type"), (ManifestTags.Processes, "process") }.Where(group => !group.Item1.Any(tags.Contains)).Select(group => $"no {group.Item2}"));
        var unknown = string.Join(", ", tags.Where(tag => !ManifestTags.Types.Contains(tag) && !ManifestTags.Processes.Contains(tag)).Select(tag => $"'{tag}', which is not known"));
        if (missing.Length + unknown.Length > 0)
        {
            Add(
                PluginCodes.TagsMissing,
                PluginSeverity.Warning,
                $"Its tags name {string.Join(" and ", new[] { missing, unknown }.Where(part => part.Length > 0))}.",
                $"Write \"tags\": [ \"{ManifestTags.Types[0]}\", \"{ManifestTags.Processes[1]}\" ] or the like, from {string.Join(", ", ManifestTags.Types)} and {string.Join(", ", ManifestTags.Processes)}.");
        }

        return tags;
    }

    private List<int> ApiLevels()
    {
        if (!root.TryGetProperty("apiLevels", out var list))
        {
            return [1];
        }

        if (list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0 && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var level) && level > 0))
        {
            return [.. list.EnumerateArray().Select(item => item.GetInt32())];
        }

        Invalid("The field 'apiLevels' is not a list of whole numbers from 1.", "Write \"apiLevels\": [ 1 ].");
        return [1];
    }

    private PluginDependency? Dependency(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.Object
            && item.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && Id().IsMatch(id.GetString()!)
            && item.TryGetProperty("range", out var range) && range.ValueKind == JsonValueKind.String && VersionRange.TryParse(range.GetString()!, out _)
            && (!item.TryGetProperty("optional", out var optional) || optional.ValueKind is JsonValueKind.True or JsonValueKind.False))
        {
            return new(id.GetString()!, range.GetString()!, optional.ValueKind == JsonValueKind.True);
        }

        Invalid($"The dependency {item.GetRawText()} needs an id and a range of versions.", "Write { \"id\": \"acme.geo\", \"range\": \"[1.0,2.0)\" }, and \"optional\": true where the plugin also runs without it.");
        return null;
    }

    private string Text(string field, bool required, Regex? pattern = null, string example = "")
    {
        var given = root.TryGetProperty(field, out var value);
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        var hint = example.Length > 0 ? $"Write \"{field}\": \"{example}\" or the like." : "Write a text.";
        if (given && value.ValueKind != JsonValueKind.String)
        {
            Invalid($"The field '{field}' is not a text.", hint);
        }
        else if (required && string.IsNullOrWhiteSpace(text))
        {
            Invalid($"The field '{field}' is missing.", hint);
        }
        else if (pattern is not null && !pattern.IsMatch(text))
        {
            Invalid($"The {field} '{text}' is not of the form required.", hint);
            return "";
        }

        return text;
    }

    private void Unknown()
    {
        foreach (var property in root.EnumerateObject())
        {
            if (!Known.Contains(property.Name, StringComparer.Ordinal))
            {
                Add(PluginCodes.ManifestFieldUnknown, PluginSeverity.Warning, $"The field '{property.Name}' is not known to this host and was ignored.", "Look for a typing error.");
            }
        }
    }

    private static string? Language(JsonElement name, string language) =>
        name.TryGetProperty(language, out var text) && text.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(text.GetString()) ? text.GetString() : null;

    private void Invalid(string message, string hint) => Add(PluginCodes.ManifestFieldInvalid, PluginSeverity.Error, message, hint);

    private void Add(string code, PluginSeverity severity, string message, string hint)
    {
        _failed |= severity == PluginSeverity.Error;
        problems.Add(new(code, severity, PluginStage.Validate, _id, message, hint));
    }

    [GeneratedRegex(@"^[a-z0-9]+([.-][a-z0-9]+)+\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"^[a-z][a-z0-9_]*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Prefix();
}
