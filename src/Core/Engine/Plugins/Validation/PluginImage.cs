using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace Clientele.Plugins;

/// <summary>The entry assembly as a file: read through its metadata, so that not even a module initializer runs.</summary>
internal sealed class PluginImage : IDisposable
{
    /// <summary>The key of the metadata under which the build writes the identity.</summary>
    private const string IdentityKey = "ClientelePlugin";

    private readonly PEReader _file;

    private PluginImage(PEReader file)
    {
        _file = file;
        Metadata = file.GetMetadataReader();
    }

    public MetadataReader Metadata { get; }

    /// <summary>Opens an assembly; gives nothing and says why when this machine cannot run it.</summary>
    public static PluginImage? Open(string path, out string why)
    {
        PEReader? file = null;
        try
        {
            file = new PEReader(File.OpenRead(path), PEStreamOptions.PrefetchEntireImage);
            why = !file.HasMetadata ? "is not a .NET assembly" : Refusal(file.PEHeaders) ?? "";
            if (why.Length == 0)
            {
                var image = new PluginImage(file);
                file = null;
                return image;
            }
        }
        catch (Exception error) when (error is BadImageFormatException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            why = "is damaged or is no assembly at all";
        }
        finally
        {
            file?.Dispose();
        }

        return null;
    }

    /// <summary>The framework it was built for, such as <c>.NETCoreApp,Version=v10.0</c>; empty where it says nothing.</summary>
    public string TargetFramework()
    {
        foreach (var handle in Metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            if (Argument(handle, "TargetFrameworkAttribute", out _) is { } framework)
            {
                return framework;
            }
        }

        return "";
    }

    /// <summary>The plugin that the build wrote into the assembly, as its id and its version; empty where it wrote none.</summary>
    public string Identity()
    {
        foreach (var handle in Metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            if (Argument(handle, "AssemblyMetadataAttribute", out var value) == IdentityKey)
            {
                return value.ReadSerializedString() ?? "";
            }
        }

        return "";
    }

    /// <summary>Whether a type of that full name is in the assembly; a nested one is taken on trust.</summary>
    // Loops rather than LINQ here and beside: over these small structs LINQ is compiled at every start of the host, which costs more than the work.
    public bool Defines(string fullName)
    {
        var dot = fullName.LastIndexOf('.');
        foreach (var handle in Metadata.TypeDefinitions)
        {
            var type = Metadata.GetTypeDefinition(handle);
            if (Metadata.StringComparer.Equals(type.Name, fullName[(dot + 1)..])
                && Metadata.StringComparer.Equals(type.Namespace, dot < 0 ? "" : fullName[..dot])
                && type.GetDeclaringType().IsNil)
            {
                return true;
            }
        }

        return fullName.Contains('+', StringComparison.Ordinal);
    }

    /// <summary>The assemblies it refers to.</summary>
    public List<AssemblyName> References()
    {
        var names = new List<AssemblyName>();
        foreach (var handle in Metadata.AssemblyReferences)
        {
            names.Add(Metadata.GetAssemblyReference(handle).GetAssemblyName());
        }

        return names;
    }

    public void Dispose() => _file.Dispose();

    // The first argument of an attribute of that name, and the rest of its arguments; nothing for any other attribute.
    private string? Argument(CustomAttributeHandle handle, string name, out BlobReader rest)
    {
        rest = default;
        var attribute = Metadata.GetCustomAttribute(handle);
        if (attribute.Constructor.Kind != HandleKind.MemberReference
            || Metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is not { Kind: HandleKind.TypeReference } parent
            || Metadata.GetString(Metadata.GetTypeReference((TypeReferenceHandle)parent).Name) != name)
        {
            return null;
        }

        rest = Metadata.GetBlobReader(attribute.Value);
        rest.ReadUInt16();
        return rest.ReadSerializedString() ?? "";
    }

    private static string? Refusal(PEHeaders headers)
    {
        var flags = headers.CorHeader!.Flags;
        if (flags.HasFlag(CorFlags.Requires32Bit) && !flags.HasFlag(CorFlags.Prefers32Bit) && Environment.Is64BitProcess)
        {
            return "is built for 32-bit processes";
        }

        var machine = headers.CoffHeader.Machine;
        return machine is Machine.I386 or Machine.Unknown || machine == Current() || (ushort)machine == ((ushort)Current() ^ Mark())
            ? null
            : $"is compiled for another processor or operating system ({machine})";
    }

    // A compiled (ReadyToRun) image states its processor combined with a mark of its operating system.
    private static ushort Mark() =>
        OperatingSystem.IsLinux() ? (ushort)0x7B79 : OperatingSystem.IsMacOS() ? (ushort)0x4644 : OperatingSystem.IsFreeBSD() ? (ushort)0xADC4 : (ushort)0;

    private static Machine Current() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => Machine.Amd64,
        Architecture.Arm64 => Machine.Arm64,
        Architecture.Arm => Machine.ArmThumb2,
        _ => Machine.I386,
    };
}
