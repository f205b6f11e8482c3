using System.Reflection.Metadata;

namespace Clientele.Plugins;

/// <summary>Finds what an assembly uses of the contract and the host's contract lacks, before it is loaded rather than at the first call.</summary>
internal static class LinkCheck
{
    public static List<string> Missing(MetadataReader plugin, SharedAssemblies shared)
    {
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var handle in plugin.TypeReferences)
        {
            if (Surface(plugin, handle) is { } surface && !surface.Has(SignatureText.Name(plugin, handle)))
            {
                missing.Add(SignatureText.Name(plugin, handle));
            }
        }

        foreach (var handle in plugin.MemberReferences)
        {
            var member = plugin.GetMemberReference(handle);
            if (member.Parent.Kind != HandleKind.TypeReference)
            {
                continue;
            }

            var parent = (TypeReferenceHandle)member.Parent;
            var type = SignatureText.Name(plugin, parent);
            if (Surface(plugin, parent) is { } surface && surface.Has(type) && !surface.Has(type, Text(plugin, member)))
            {
                missing.Add($"{type}.{plugin.GetString(member.Name)}");
            }
        }

        return [.. missing];

        ContractSurface? Surface(MetadataReader reader, TypeReferenceHandle handle) =>
            Assembly(reader, handle) is { } name ? shared.Surface(name) : null;
    }

    private static string Text(MetadataReader reader, MemberReference member)
    {
        var name = reader.GetString(member.Name);
        return member.GetKind() == MemberReferenceKind.Method
            ? ContractSurface.Method(name, member.DecodeMethodSignature(SignatureText.Instance, genericContext: null))
            : ContractSurface.Field(name, member.DecodeFieldSignature(SignatureText.Instance, genericContext: null));
    }

    private static string? Assembly(MetadataReader reader, TypeReferenceHandle handle)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => Assembly(reader, (TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            _ => null,
        };
    }
}
