using System.Globalization;

namespace Overfit.Csv.Tests;

public sealed class CsvDatasetTests
{
    [Theory]
    [InlineData("a,b,y\n1,2.5,3\n-4e-1,5,6\n")]
    [InlineData("a;b;y\n1;2.5;3\n-4e-1;5;6\n")]
    [InlineData("a\tb\ty\r\n1\t2.5\t3\r\n-4e-1\t5\t6")]
    [InlineData("a|b|y\n1|2.5|3\n-4e-1|5|6\n")]
    [InlineData("\uFEFF a , b , y \n\n 1 , 2.5 , 3 \n   \n-0.4,5,6\n\n\n")]
    [InlineData("\"a\",\"b\",\"y\"\n\"1\",\"2.5\",\"3\"\n\"-0.4\",\"5\",\"6\"\n")]
    public void The_last_column_is_the_target_and_the_others_are_features(string text)
    {
        using TextFile file = new(text);
        Dataset data = CsvDataset.Read(file.Path);
        Assert.Equal([1f, 2.5f, -0.4f, 5f], data.Features);
        Assert.Equal([3f, 6f], data.Targets);
        Assert.Equal(["a", "b"], data.Names.Features.AsSpan());
        Assert.Equal(["y"], data.Names.Targets.AsSpan());
        Assert.Empty(data.Names.Classes);
    }

    [Fact]
    public void Columns_come_in_the_order_asked_for()
    {
        using TextFile file = new("id,a,b,c\nx,1,2,3\ny,4,5,6\n");
        Dataset data = CsvDataset.Read(file.Path, new CsvColumns { Features = ["c", "a"], Targets = ["b"] });
        Assert.Equal([3f, 1f, 6f, 4f], data.Features);
        Assert.Equal([2f, 5f], data.Targets);
        Assert.Equal(["c", "a"], data.Names.Features.AsSpan());
    }

    [Fact]
    public void Several_targets_leave_the_other_columns_as_features()
    {
        using TextFile file = new("a,b,c\n1,2,3\n4,5,6\n");
        Dataset data = CsvDataset.Read(file.Path, new CsvColumns { Targets = ["c", "a"] });
        Assert.Equal([2f, 5f], data.Features);
        Assert.Equal([3f, 1f, 6f, 4f], data.Targets);
        Assert.Equal(["c", "a"], data.Names.Targets.AsSpan());
    }

    [Fact]
    public void Text_targets_become_classes_in_ordinal_order_whatever_the_order_of_the_rows()
    {
        using TextFile file = new("a,kind\n1,pear\n2, apple \n3,\"Zebra, striped\"\n4,pear\n");
        Dataset data = CsvDataset.Read(file.Path);
        Assert.Equal([2f, 1f, 0f, 2f], data.Targets);
        Assert.Equal(["Zebra, striped", "apple", "pear"], data.Names.Classes.AsSpan());
    }

    [Fact]
    public void Numbers_are_read_the_same_in_every_culture()
    {
        using TextFile file = new("a,y\n1.5,2.25\n");
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo commas = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            commas.NumberFormat.NumberDecimalSeparator = ",";
            commas.NumberFormat.NumberGroupSeparator = ".";
            CultureInfo.CurrentCulture = commas;
            Dataset data = CsvDataset.Read(file.Path);
            Assert.Equal((1.5f, 2.25f), (data.Features[0], data.Targets[0]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_row_may_begin_with_a_hash_and_be_long()
    {
        string numbers = string.Join(',', Enumerable.Range(1, 50_000).Select(i => i.ToString(CultureInfo.InvariantCulture)));
        using TextFile file = new($"#,{numbers}\n0,{numbers}\n");
        Dataset data = CsvDataset.Read(file.Path);
        Assert.Equal((50_000, 49_999f, 50_000f), (data.FeatureCount, data.Features[^1], data.Targets[0]));
        using TextFile hash = new("a,y\n#1,2\n");
        Assert.StartsWith(
            "FILE, line 2, column 'a' is '#1', which is not", hash.Refusal<InvalidDataException>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,y\n1,2\n3\n", "FILE, line 3 has 1 cells but line 1 names 2 columns; every row needs one cell per column.")]
    [InlineData("a,y\n1,2,3\n", "FILE, line 2 has 3 cells but line 1 names 2 columns; every row needs one cell per column.")]
    [InlineData("a,y\n1,2\n,4\n", "FILE, line 3, column 'a' is empty; fill the gap or drop the row.")]
    [InlineData("a,y\n1,2\n3,  \n", "FILE, line 3, column 'y' is empty; fill the gap or drop the row.")]
    [InlineData("a,y\n1,red\n2,\n", "FILE, line 3, column 'y' is empty; fill the gap or drop the row.")]
    [InlineData("a,y\nNaN,2\n",
        "FILE, line 2, column 'a' is 'NaN', which is not finite as a float; fill the gap or drop the row.")]
    [InlineData("a,y\n1,-Infinity\n",
        "FILE, line 2, column 'y' is '-Infinity', which is not finite as a float; fill the gap or drop the row.")]
    [InlineData("a,y\n1e39,2\n",
        "FILE, line 2, column 'a' is '1e39', which is not finite as a float; fill the gap or drop the row.")]
    [InlineData("a;y\n1,5;2\n",
        "FILE, line 2, column 'a' is '1,5', which is not a number such as 1.5; encode categories as "
        + "numbers, or leave the column out by listing the others in CsvColumns.")]
    [InlineData("a,y\n1,2\n3,red\n",
        "FILE, line 3, column 'y' is 'red', text, but line 2 has a number; targets are all numbers or all names of classes.")]
    [InlineData("a,y\n1,red\n\n3,2\n",
        "FILE, line 4, column 'y' is '2', a number, but line 2 has text; targets are all numbers or all names of classes.")]
    [InlineData("a,y\n1,\"2\n\n\"\n3,\n", "FILE, line 5, column 'y' is empty; fill the gap or drop the row.")]
    [InlineData("a,b,a\n1,2,3\n", "FILE, line 1: columns 1 and 3 are both called 'a'; give each a name of its own.")]
    [InlineData(",a,y\n0,1,2\n",
        "FILE, line 1: column 1 has no name; name it, or leave it out by listing the features in CsvColumns.Features.")]
    [InlineData("", "FILE is empty; its first line must name the columns.")]
    [InlineData("a,y\n", "FILE has names but no rows below them; a dataset needs at least one.")]
    [InlineData("y\n1\n",
        "FILE has no column beside the target: 'y'; a dataset needs at least one feature. Is the first line "
        + "the one with the names?")]
    public void What_is_no_dataset_is_refused_by_file_line_and_column(string text, string expected)
    {
        using TextFile file = new(text);
        Assert.Equal(expected, file.Refusal<InvalidDataException>());
    }

    [Theory]
    [InlineData("a,y\n1,2\n3,\"4\"5\n")]
    [InlineData("a,y\n1,2\n3,\"4\n")]
    [InlineData("a,y\n1,2\n3,\"\"\"\n")]
    [InlineData("a,y\r\n1,\"b\"\"\"\r\n5\",\"4\"5\r\n")]
    [InlineData("a,\"b\n\"\n\"1,2\n")]
    public void Broken_quotes_are_refused_by_line(string text)
    {
        using TextFile file = new(text);
        Assert.StartsWith("FILE, line 3 cannot be read: ", file.Refusal<InvalidDataException>(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quoted_name_that_goes_on_is_refused()
    {
        using TextFile file = new("a,\"y\"s\n1,2\n");
        Assert.Equal(
            "FILE, line 1 cannot be read: cell 2 begins with a quote and does not end with its closing quote; close it, and "
            + "double every quote inside.",
            file.Refusal<InvalidDataException>());
    }

    [Fact]
    public void A_quote_within_a_cell_is_a_character()
    {
        using TextFile file = new("a,kind\n1,5\" pipe\n2,\"5\"\" pipe\"\n3,\"\"\"6\"\"\"\n");
        Dataset data = CsvDataset.Read(file.Path);
        Assert.Equal(["\"6\"", "5\" pipe"], data.Names.Classes.AsSpan());
        Assert.Equal([1f, 1f, 0f], data.Targets);
    }

    [Theory]
    [InlineData("\na,y\n1,2\n", "FILE has no column beside the target: '';")]
    [InlineData("sep=,\na,y\n1,2\n", "FILE, line 1: column 2 has no name;")]
    public void The_first_line_is_the_one_with_the_names(string text, string expected)
    {
        using TextFile file = new(text);
        Assert.StartsWith(expected, file.Refusal<InvalidDataException>(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_delimiter_is_that_of_the_names_whatever_the_cells_hold()
    {
        using TextFile file = new("tags,a,y\n" + string.Concat(Enumerable.Repeat("p;q;r,1,2\n", 100)));
        Dataset data = CsvDataset.Read(file.Path, new CsvColumns { Features = ["a"] });
        Assert.Equal((100, 1f, 2f), (data.Count, data.Features[^1], data.Targets[^1]));
    }

    [Fact]
    public void A_row_that_takes_too_much_memory_is_refused()
    {
        using TextFile file = new("a,y\n1,\"" + new string('2', 1 << 23) + "\"\n");
        Assert.StartsWith("FILE, line 2 cannot be read: ", file.Refusal<InvalidDataException>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,2\n3,4\n")]
    [InlineData("-1.5e3, 2\n3,4\n")]
    [InlineData("NaN,1\n3,4\n")]
    public void A_file_without_names_is_refused(string text)
    {
        using TextFile file = new(text);
        Assert.Equal(
            "FILE, line 1 holds nothing but numbers, so it looks like a row of a file without names; write a line with a word "
            + "for each column above it.",
            file.Refusal<InvalidDataException>());
    }

    [Fact]
    public void Names_may_be_numbers_if_one_is_not()
    {
        using TextFile file = new("0,1,y\n3,4,5\n");
        Assert.Equal(["0", "1"], CsvDataset.Read(file.Path).Names.Features.AsSpan());
    }

    [Theory]
    [InlineData("a,b,y\n1,2,gr\u00fcn\n", 2, 3)]
    [InlineData("gr\u00f6\u00dfe,y\n1,2\n", 1, 1)]
    public void A_file_that_is_not_utf8_is_refused(string text, int line, int cell)
    {
        using TextFile file = new("");
        File.WriteAllText(file.Path, text, System.Text.Encoding.Latin1);
        Assert.Equal(
            $"FILE, line {line}: cell {cell} is not valid UTF-8; save the file as UTF-8.", file.Refusal<InvalidDataException>());
    }

    [Fact]
    public void The_parameter_that_is_refused_is_one_that_the_caller_has()
    {
        using TextFile file = new("a,y\n1,2\n");
        Assert.Throws<ArgumentException>("columns", () => CsvDataset.Read(file.Path, new CsvColumns { Features = ["age"] }));
    }

    [Fact]
    public void Columns_that_cannot_be_had_are_refused()
    {
        using TextFile file = new("a,b,y\n1,2,3\n");
        Assert.StartsWith(
            "FILE has no column 'age'; it has 'a', 'b', 'y'.",
            file.Refusal<ArgumentException>(new CsvColumns { Features = ["age"] }),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "FILE has no column 'Y'; it has",
            file.Refusal<ArgumentException>(new CsvColumns { Targets = ["Y"] }),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Column 'a' of FILE is asked for twice;",
            file.Refusal<ArgumentException>(new CsvColumns { Features = ["a", "a"] }),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Column 'y' of FILE is asked for twice;",
            file.Refusal<ArgumentException>(new CsvColumns { Features = ["a", "y"] }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused_with_where_it_was_looked_for()
    {
        FileNotFoundException problem = Assert.Throws<FileNotFoundException>(() => CsvDataset.Read("nowhere.csv"));
        Assert.Contains(Path.GetFullPath("nowhere.csv"), problem.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CsvDataset.Read(""));
    }

    [Fact]
    public void A_folder_is_refused_as_one()
    {
        string folder = Path.GetTempPath();
        Assert.Equal(
            $"{folder} is a folder; a file name was expected.",
            Assert.Throws<FileNotFoundException>(() => CsvDataset.Read(folder)).Message);
    }
}
