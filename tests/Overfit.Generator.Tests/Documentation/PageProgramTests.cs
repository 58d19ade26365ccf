namespace Overfit.Generator.Tests.Documentation;

/// <summary>The code that people read first compiles, runs, and prints what the page says.</summary>
public sealed class PageProgramTests
{
    [Theory]
    [InlineData("README.md", "samples/Article/data")]
    public void A_page_prints_what_it_says(string page, string data)
    {
        PageProgram program = new(page);
        string folder = Directory.CreateTempSubdirectory("overfit-page-").FullName;
        try
        {
            foreach (string file in Directory.GetFiles(Repository.At(data), "*.csv"))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }

            string[] printed = program.Run(folder);

            Assert.NotEmpty(program.Expected);
            Assert.Equal(program.Expected.Count, printed.Length);
            Assert.All(program.Expected.Zip(printed), static line => Assert.StartsWith(line.Second, line.First, StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
