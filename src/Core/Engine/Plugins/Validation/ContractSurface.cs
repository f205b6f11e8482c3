using System.Reflection;
using System.Reflection.Metadata;

namespace Clientele.Plugins;

/// <summary>The types and members that one of the host's shared assemblies offers, read from its metadata.</summary>
internal sealed class ContractSurface
{
    private readonly Dictionary<string, HashSet<string>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _bases = new(StringComparer.Ordinal);

    /// <summary>Reads an assembly that is loaded; gives nothing where its file cannot be read, as in a single-file host.</summary>
    public static ContractSurface? Of(Assembly assembly) =>
        assembly.Location is { Length: > 0 } path && PluginImage.Open(path, out _) is { } image ? new ContractSurface(image) : null;

    private ContractSurface(PluginImage image)
    {
        using (image)
        {
            var reader = image.Metadata;
            foreach (var handle in reader.TypeDefinitions)
            {
                Add(reader, handle);
            }
        }
    }

    public bool Has(string type) => _members.ContainsKey(type);

    /// <summary>Whether a type, or one it derives from, has a member. Beyond this assembly nobody looks.</summary>
    public bool Has(string type, string member)
    {
        for (var current = type; _members.TryGetValue(current, out var members); current = _bases[current])
        {
            if (members.Contains(member))
            {
                return true;
            }
        }

        return _bases.TryGetValue(type, out var parent) && parent.Length > 0 && !Has(parent) && parent is not ("System.Object" or "System.ValueType" or "System.Enum");
    }

    public static string Method(string name, MethodSignature<string> signature) => $"{name}: {SignatureText.Of(signature)}";

    public static string Field(string name, string type) => $"{name}: {type}";

    private void Add(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var members = new HashSet<string>(StringComparer.Ordinal);
        foreach (var methodHandle in type.GetMethods())
        {
            var method = reader.GetMethodDefinition(methodHandle);
            members.Add(Method(reader.GetString(method.Name), method.DecodeSignature(SignatureText.Instance, genericContext: null)));
        }

        foreach (var fieldHandle in type.GetFields())
        {
            var field = reader.GetFieldDefinition(fieldHandle);
            members.Add(Field(reader.GetString(field.Name), field.DecodeSignature(SignatureText.Instance, genericContext: null)));
        }

        var name = SignatureText.Name(reader, handle);
        _members[name] = members;
        _bases[name] = type.BaseType switch
        {
            { IsNil: true } => "",
            { Kind: HandleKind.TypeDefinition } parent => SignatureText.Name(reader, (TypeDefinitionHandle)parent),
            { Kind: HandleKind.TypeReference } parent => SignatureText.Name(reader, (TypeReferenceHandle)parent),
            _ => "generic",
        };
    }
}
