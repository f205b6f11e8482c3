using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text.Json;

namespace Clientele.Plugins;

/// <summary>Judges the files of a plugin from metadata and JSON alone, so that what would fail late, at the first call, is said before anything is loaded.</summary>
internal sealed class ImageCheck(Candidate candidate, PluginManifest manifest, IReadOnlyList<Candidate> all)
{
    private readonly string _entry = Path.Combine(candidate.Files, manifest.EntryAssembly);

    public void Run()
    {
        using var image = PluginImage.Open(_entry, out var why);
        if (image is null)
        {
            Reject(PluginCodes.NotManagedImage, $"Its entry assembly '{manifest.EntryAssembly}' {why}.", "Build the plugin again for this operating system and processor.");
            return;
        }

        var files = ReadBuildFiles();
        Identity(image);
        TargetFramework(image);
        Frameworks(files);
        Machine(files);
        Listed(files);
        EntryType(image);
        References(image);
        var missing = LinkCheck.Missing(image.Metadata, SharedAssemblies.Contract);
        if (missing.Count > 0)
        {
            Reject(
                PluginCodes.ContractMembersMissing,
                $"It uses {string.Join(", ", missing.Take(10))}{(missing.Count > 10 ? $" and {missing.Count - 10} more" : "")}, which the contract of this host does not have.",
                "Build it against the contract of this host, or narrow the contract range of its manifest.");
        }
    }

    private BuildFiles ReadBuildFiles()
    {
        try
        {
            return BuildFiles.Read(_entry);
        }
        catch (JsonException error)
        {
            Reject(PluginCodes.DepsFileInvalid, $"Its .deps.json or .runtimeconfig.json cannot be read: {error.Message.TrimEnd('.')}.", "Publish the plugin again.");
            return new();
        }
    }

    private void Identity(PluginImage image)
    {
        if (image.Identity() is { Length: > 0 } built && built != $"{manifest.Id} {manifest.Version}")
        {
            Reject(PluginCodes.IdentityMismatch, $"Its assembly was built as {built}, and its manifest says {manifest.Id} {manifest.Version}.", "Build the plugin again after a change of its manifest, and do not mix the files of two versions.");
        }
    }

    private void TargetFramework(PluginImage image)
    {
        var target = image.TargetFramework();
        var name = target.Length > 0 ? new FrameworkName(target) : null;
        if (name is { Identifier: not (".NETCoreApp" or ".NETStandard") }
            || (name is { Identifier: ".NETCoreApp" } && name.Version > new Version(Environment.Version.Major, Environment.Version.Minor)))
        {
            Reject(PluginCodes.TargetFramework, $"It is built for {target}; this host runs on .NET {Environment.Version.ToString(2)}.", "Build it for the host's framework, or run a newer host.");
        }
    }

    private void Frameworks(BuildFiles files)
    {
        foreach (var (name, version) in files.Frameworks)
        {
            if (!HostFrameworks.All.TryGetValue(name, out var host))
            {
                Reject(PluginCodes.SharedFrameworkMissing, $"It needs the shared framework {name} {version}, which this host does not run on.", $"Run it in a host that references {name}, or build it without.");
            }
            else if (Version.TryParse(version.Split('-')[0], out var needed) && needed > host)
            {
                Reject(PluginCodes.SharedFrameworkMissing, $"It needs {name} {version}; this host runs on {host.ToString(3)}.", "Update the .NET runtime of the host, or build the plugin for an older one.");
            }
        }
    }

    private void Machine(BuildFiles files)
    {
        if (files.RuntimeIdentifier is "" or "any" or "unix")
        {
            return;
        }

        var parts = files.RuntimeIdentifier.Split('-');
        var system = parts[0] switch
        {
            "win" => OSPlatform.Windows,
            "osx" => OSPlatform.OSX,
            "freebsd" => OSPlatform.FreeBSD,
            var other => OSPlatform.Create(other),
        };
        var processor = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        if (!RuntimeInformation.IsOSPlatform(system) || (parts.Length > 1 && parts[^1] != processor))
        {
            Reject(PluginCodes.RuntimeIdentifier, $"It is built for {files.RuntimeIdentifier}; this host runs on {RuntimeInformation.RuntimeIdentifier}.", "Install the plugin's build for this machine, or a portable one.");
        }
    }

    private void Listed(BuildFiles files)
    {
        var folder = Path.GetDirectoryName(_entry)!;
        foreach (var file in files.Files.Where(file => !File.Exists(Path.Combine(folder, file)) && SharedAssemblies.Contract.Find(Path.GetFileNameWithoutExtension(file)) is null))
        {
            Reject(PluginCodes.AssemblyMissing, $"Its .deps.json lists {file}, which is not in its folder.", "Publish the plugin with all its private libraries.");
        }
    }

    private void EntryType(PluginImage image)
    {
        if (!image.Defines(manifest.EntryType))
        {
            Reject(PluginCodes.EntryTypeInvalid, $"Its entry type '{manifest.EntryType}' is not in the entry assembly.", "Name the public class that implements IPlugin as entryType, with its namespace.");
        }
    }

    private void References(PluginImage image)
    {
        foreach (var reference in image.References().Where(reference => SharedAssemblies.Contract.Find(reference.Name!) is null))
        {
            if (!FrameworkAssemblies.Contains(reference.Name!))
            {
                Private(reference.Name!);
            }
            else if (!FrameworkAssemblies.Satisfies(reference))
            {
                Reject(PluginCodes.SharedFrameworkMissing, $"It needs {reference.Name} {reference.Version}; this host runs on .NET {Environment.Version.ToString(2)}.", "Build it against the host's framework, or run a newer host.");
            }
        }
    }

    private void Private(string name)
    {
        var exporters = all.Where(other => other.Manifest?.Exports.Contains(name + ".dll", StringComparer.OrdinalIgnoreCase) == true).Select(other => other.Id).ToList();
        if (File.Exists(Path.Combine(Path.GetDirectoryName(_entry)!, name + ".dll"))
            || exporters.Exists(exporter => manifest.Dependencies.Any(dependency => string.Equals(dependency.Id, exporter, StringComparison.OrdinalIgnoreCase))))
        {
            return;
        }

        if (exporters.Count > 0)
        {
            Reject(PluginCodes.UndeclaredPluginReference, $"It uses {name}, which the plugin '{exporters[0]}' exports, and does not declare that plugin as a dependency.", $"Add '{exporters[0]}' to the dependencies of its manifest.");
        }
        else
        {
            Reject(PluginCodes.AssemblyMissing, $"It needs {name}, which is neither in its folder nor shared by the host.", "Publish the plugin with all its private libraries, and use only Clientele.Abstractions from the host.");
        }
    }

    private void Reject(string code, string message, string hint) => candidate.End(PluginState.Rejected, code, PluginStage.Validate, message, hint);
}
