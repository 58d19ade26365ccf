namespace Overfit.Generator.Tests.Documentation;

/// <summary>The code that people read first compiles, runs, and prints what the page says.</summary>
public sealed class PageProgramTests
{
    [Theory]
    [InlineData("README.md", "samples/Article/data")]
    [InlineData("docs/guide.md", "tests/Overfit.Csv.Tests/data")]
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
            int next = 0;
            foreach (string expected in program.Expected)
            {
                // Charts and progress are printed between.
                int found = Array.FindIndex(printed, next, line => expected.StartsWith(line, StringComparison.Ordinal));
                Assert.True(found >= 0, $"'{expected}' is not in\n{string.Join('\n', printed[next..])}");
                next = found + 1;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
