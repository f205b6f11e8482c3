using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Clientele.Templating;

/// <summary>Hashes and Base64.</summary>
[SuppressMessage("Security", "CA5350", Justification = "The language offers SHA-1; templates use it as a checksum.")]
[SuppressMessage("Security", "CA5351", Justification = "The language offers MD5; templates use it as a checksum.")]
internal static class StringHashes
{
    public static void AddTo(ModuleBuilder module) => module
        .Add("md5", "text:s", static (in Call call, ReadOnlySpan<Value> a) => Hex(call, MD5.HashData(Bytes(call, a[0]))))
        .Add("sha1", "text:s", static (in Call call, ReadOnlySpan<Value> a) => Hex(call, SHA1.HashData(Bytes(call, a[0]))))
        .Add("sha256", "text:s", static (in Call call, ReadOnlySpan<Value> a) => Hex(call, SHA256.HashData(Bytes(call, a[0]))))
        .Add("sha512", "text:s", static (in Call call, ReadOnlySpan<Value> a) => Hex(call, SHA512.HashData(Bytes(call, a[0]))))
        .Add("hmac_sha1", "text:s secretKey:s", static (in Call call, ReadOnlySpan<Value> a) => Hex(call, HMACSHA1.HashData(Bytes(call, a[1]), Bytes(call, a[0]))))
        .Add("hmac_sha256", "text:s secretKey:s", static (in Call call, ReadOnlySpan<Value> a) => Hex(call, HMACSHA256.HashData(Bytes(call, a[1]), Bytes(call, a[0]))))
        .Add("hmac_sha512", "text:s secretKey:s", static (in Call call, ReadOnlySpan<Value> a) => Hex(call, HMACSHA512.HashData(Bytes(call, a[1]), Bytes(call, a[0]))))
        .Add("base64_encode", "text:s", static (in Call call, ReadOnlySpan<Value> a) => call.Text(Convert.ToBase64String(Bytes(call, a[0]))))
        .Add("base64_decode", "text:s", Decode);

    private static byte[] Bytes(in Call call, in Value text)
    {
        call.State.ChargeSteps(call.Span, 1 + (text.Or().Length / 64));
        return Encoding.UTF8.GetBytes(text.Or());
    }

    private static Value Hex(in Call call, byte[] hash) => call.Text(Convert.ToHexStringLower(hash));

    private static Value Decode(in Call call, ReadOnlySpan<Value> a)
    {
        try
        {
            return call.Text(Encoding.UTF8.GetString(Convert.FromBase64String(a[0].Or())));
        }
        catch (FormatException)
        {
            throw call.Fail("The text is not Base64.");
        }
    }
}
