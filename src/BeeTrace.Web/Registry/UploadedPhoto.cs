using BeeTrace.Core;
using BeeTrace.Core.Registry;

namespace BeeTrace.Web.Registry;

/// <summary>A picture as a form sends it.</summary>
internal static class UploadedPhoto
{
    /// <summary>Its bytes, unread. Refused: none, or more than <see cref="JpegFile.MostBytes"/>, before any of them is taken into memory.</summary>
    /// <param name="field">The input it came from.</param>
    public static async Task<Outcome<ReadOnlyMemory<byte>>> ReadAsync(IFormFile? file, string field, CancellationToken cancel)
    {
        if (file is null or { Length: 0 })
            return new Refusal(FieldRefusal.PhotoMissing, field);
        if (file.Length > JpegFile.MostBytes)
            return new Refusal(FieldRefusal.PhotoTooLarge, field, JpegFile.MostBytes / 1024 / 1024);
        using var buffer = new MemoryStream((int)file.Length);
        await file.CopyToAsync(buffer, cancel);
        return new ReadOnlyMemory<byte>(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
