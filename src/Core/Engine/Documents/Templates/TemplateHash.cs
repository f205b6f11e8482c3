using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Clientele.Documents;

/// <summary>A hash over a document's templates: the one it was asked for, its layout, and everything these include by a literal path.</summary>
internal static partial class TemplateHash
{
    /// <summary>Hashes the templates. The same texts give the same hash, wherever the files are and whatever data they are rendered with.</summary>
    /// <param name="textOf">Gives the text of a template; <see langword="null"/> when there is none.</param>
    /// <param name="paths">The templates to begin with.</param>
    /// <returns>The SHA-256 in lower-case hexadecimal.</returns>
    public static string Of(Func<string, string?> textOf, params IReadOnlyList<string> paths)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, text) in Closure(textOf, paths))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{Encoding.UTF8.GetByteCount(text)}\n{text}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The templates to begin with and everything these include, in the order in which they are found.</summary>
    public static IEnumerable<(string Path, string Text)> Closure(Func<string, string?> textOf, params IReadOnlyList<string> paths)
    {
        var seen = new HashSet<string>(paths, StringComparer.Ordinal);
        var waiting = new Queue<string>(paths);
        while (waiting.TryDequeue(out var path))
        {
            var text = textOf(path) ?? "";
            yield return (path, text);
            foreach (var included in Includes().Matches(text).Select(match => match.Value.Trim()))
            {
                var name = included[(included.AsSpan().IndexOfAny('\'', '"') + 1)..^1];
                if (seen.Add(name))
                {
                    waiting.Enqueue(name);
                }
            }
        }
    }

    // A path put together at run time is not seen here; the templates we ship have none.
    [GeneratedRegex("""\binclude\s*\(?\s*('[^'\\\n]*'|"[^"\\\n]*")""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Includes();
}
