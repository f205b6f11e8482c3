using System.IO.Compression;

namespace Clientele.Tests.Plugins;

/// <summary>Two tiny libraries for Linux on x64, of which the first needs the second: <c>int first() { return second(); }</c> and <c>int second() { return 43; }</c>.</summary>
/// <remarks>Compiled once with <c>gcc -shared -nostdlib -fPIC -Os -s</c>, the first with <c>-Wl,-rpath,$ORIGIN -lsecond</c>, so that no machine that runs the tests needs a compiler.</remarks>
internal static class NativePair
{
    private const string First = "H4sIAAAAAAACA71US2vbQBCelVLHiUNb14GkhFAX+iR0bZkETAPFNA/HJW1pD7ka2VYig2UHaQPxKflJPuZn5Cf00kLIJcfcVEmetVdTCfdQOqD9dmZ3NLPzutg73NcYA0k6fIApB1BDvNJVWRXmgnUJctHdB5BO9yyO8HgMIZtRz/NxrLE4Sj1thl6RxTGL6t9+ik4G/p7QXOSnjnZBkaXRfPA9SZCzSJ6BO1SexOy463oCPKs96Heg122Nd9wbhEx0GO5ffP3eqDe+AJQLUztJfvhbn4JI+C8Pg/XRs1qwC3k7PLr54fv+zW2wKLoPCa4hriO+RpyDeFyl/5fIy9hWkV9EvoSYQ1yd1BnyhWle1fNlJZ4hrSCOGPwXkvVE6Rfar+/svC++2bVaXbNfNCq8wsvvjM2NjtUyKmfGWxQBcM/2hCvMFnDb9GzgnWHfGzpjFC5w1+qZ/LQngAvrPFgtu3nsmo4V3TCdbhv4yUCMb7QHjmP1xb94Xw5zqEFy38g8yPMsqYM8/kMjeZd4oOSZKfryv09JX8k6klhK6B+VnqMvH0ldjBL8X0iw/0qZQSFdszgWU+aBxA2iL/v6j/5O8d9AmZY2JwllCb+NtnVSr/ckjzrRl/7vKrNN7cNVPfn9WYKfUb9M7lX1+Nyg72dkrlJqovBoRvx+A16VC4O4BgAA";
    private const string Second = "H4sIAAAAAAACA71Ty0rDQBS9mdQSLYgVC7qLK5XikAQXpQsR4mvhxi+QPEYSMAkkI9iFdOsndSn4Lf6HedxpkjHFCuJZ5MydO/eR+5hf3V0TRQEBFc6hlgAukBekeTeBXv7dBK18uwGr8aa0GXYqKsR+Uz9s8zu0WdiRX9ppyPef3O/D+sBwZZ4EeR0U73bz6ryiwTJmxrwk9uEpdKsTzRJYjHPFR6nelvLtIevoR9Q4kPxOUN5CeYQ8QN6H/8GNbU/140vmhk6smxa1qHFqno195prWs3mCVwA0CzKecscFGjhZANSfxdksqpinQDl74UBZ8PCYOhEr750o9IB6SRSxmP9RvgOsKZHqLHgP6nnr6ssQfRCpD4KN5T5VM6FJ/ThAHZH6KnjUMVdNHDZ2qICYt29zt8L+qDHbnXsqQZNkE2OoIO2h0t4/VbIXezXF+Ibk95bU+XXl32S1I88E7e0f/v8Lryu9o/gEAAA=";

    public static async Task WriteAsync(string folder)
    {
        await WriteAsync(Path.Combine(folder, "libfirst.so"), First);
        await WriteAsync(Path.Combine(folder, "libsecond.so"), Second);
    }

    private static async Task WriteAsync(string file, string packed)
    {
        await using var source = new GZipStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
        await using var target = File.Create(file);
        await source.CopyToAsync(target);
    }
}
