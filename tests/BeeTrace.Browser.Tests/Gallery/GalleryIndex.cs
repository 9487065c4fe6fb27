using System.Net;
using System.Text;

namespace BeeTrace.Browser.Tests.Gallery;

/// <summary>The page of thumbnails: one row a page of the product.</summary>
public sealed class GalleryIndex
{
    private readonly List<(string Page, string File)> _pictures = [];

    /// <summary>Pictures of pages that have to be scrolled sideways.</summary>
    public List<string> TooWide { get; } = [];

    public void Add(string page, string file) => _pictures.Add((page, file));

    public string ToHtml()
    {
        var html = new StringBuilder("""
            <!doctype html><html lang="en"><meta charset="utf-8"><title>BeeTrace gallery</title>
            <style>body{font:15px/1.6 sans-serif;margin:24px}div{display:flex;flex-wrap:wrap;gap:12px}figure{margin:0;width:180px}
            img{width:180px;height:200px;object-fit:cover;object-position:top;border:1px solid #ccc}figcaption{font-size:12px;overflow-wrap:anywhere}</style>
            <h1>BeeTrace gallery</h1>

            """);
        foreach (var page in _pictures.GroupBy(picture => picture.Page))
        {
            html.Append("<h2>").Append(WebUtility.HtmlEncode(page.Key)).AppendLine("</h2><div>");
            foreach (var (_, file) in page.OrderBy(picture => picture.File, StringComparer.Ordinal))
                html.AppendLine($"<figure><a href=\"{file}\"><img loading=\"lazy\" src=\"{file}\" alt=\"\"></a><figcaption>{file}</figcaption></figure>");
            html.AppendLine("</div>");
        }

        return html.ToString();
    }
}
