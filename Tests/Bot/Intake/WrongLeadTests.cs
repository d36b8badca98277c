using System.Text;

namespace AlignmentBot.Tests.Bot.Intake;

/// <summary>What is wrong with a lead is said at its place, all of it at once.</summary>
public sealed class WrongLeadTests(ApiBot bot) : IClassFixture<ApiBot>
{
    [Theory]
    [InlineData("""{"email":"ada.example.com"}""", "#/email: \"ada.example.com\": It must be a mail address such as ada@example.com, at most 254 characters.")]
    [InlineData("""{"email":7}""", "#/email: This is the number 7. It must be text in double quotes.")]
    [InlineData("""{"email":["a@example.com"]}""", "#/email: This is a list. It must be text in double quotes.")]
    [InlineData("""{"emial":"a@example.com"}""", "#/emial: There is no field \"emial\" here. Did you mean email?")]
    [InlineData("""{"zzzzzzzz":1}""", "#/zzzzzzzz: There is no field \"zzzzzzzz\" here.")]
    [InlineData("""{"email":"a@example.com","email":"b@example.com"}""", "#/email: This field comes twice. Send it once.")]
    [InlineData("""{"phone":"call me"}""", "#/phone: \"call me\": It must be a phone number: digits, blanks, + ( ) - . and /, at most 40 characters.")]
    [InlineData("""{"externalId":"1","score":101}""", "#/score: This is the number 101. It must be a whole number from 0 to 100.")]
    [InlineData("""{"externalId":"1","score":-1}""", "#/score: This is the number -1. It must be a whole number from 0 to 100.")]
    [InlineData("""{"externalId":"1","score":1.5}""", "#/score: This is the number 1.5. It must be a whole number from 0 to 100.")]
    [InlineData("""{"externalId":"1","score":"82"}""", "#/score: This is the text \"82\". It must be a whole number from 0 to 100.")]
    [InlineData("""{"externalId":"1","company":"Example Ltd"}""", "#/company: This is the text \"Example Ltd\". It must be an object.")]
    [InlineData("""{"externalId":"1","company":{"domain":"no domain"}}""", "#/company/domain: \"no domain\": It must be a domain such as example.com, at most 253 characters.")]
    [InlineData("""{"externalId":"1","company":{"employees":10000001}}""", "#/company/employees: This is the number 10000001. It must be a whole number from 0 to 10000000.")]
    [InlineData("""{"externalId":"1","company":{"country":"GBR"}}""", "#/company/country: \"GBR\": It must be a country as two letters, such as GB.")]
    [InlineData("""{"externalId":"1","activities":{}}""", "#/activities: This is an object. It must be a list in square brackets.")]
    [InlineData("""{"externalId":"1","activities":[true]}""", "#/activities/0: This is true. It must be an object.")]
    [InlineData("""{"externalId":"1","activities":[{"kind":"a"}]}""", "#/activities/0/at: Every activity says when it was, such as 2026-11-20T09:14:00Z.")]
    [InlineData("""{"externalId":"1","activities":[{"at":"2026-11-20T09:14:00Z","kind":" "}]}""", "#/activities/0/kind: Every activity says what it was, such as page_visited.")]
    [InlineData("""{"externalId":"1","activities":[{"at":"2026-02-30T09:14:00Z","kind":"a"}]}""", "#/activities/0/at: \"2026-02-30T09:14:00Z\": It must be a moment with its time zone, such as 2026-11-20T09:14:00Z.")]
    [InlineData("""{"externalId":"1","activities":[{"at":"2026-11-20T09:14:00","kind":"a"}]}""", "#/activities/0/at: \"2026-11-20T09:14:00\": It must be a moment with its time zone, such as 2026-11-20T09:14:00Z.")]
    [InlineData("""{"externalId":"1","activities":[{"at":1763630040,"kind":"a"}]}""", "#/activities/0/at: This is the number 1763630040. It must be text in double quotes.")]
    [InlineData("""{"externalId":"1","fields":{"a/b~c":"x"}}""", "#/fields/a~1b~0c: The name of a field of your own has 1 to 40 letters, digits, blanks and _ - . in it, and a letter or digit at both ends.")]
    [InlineData("""{"externalId":"1","fields":{"budget":50}}""", "#/fields/budget: This is the number 50. It must be text in double quotes.")]
    [InlineData("""{"externalId":"1","fields":[]}""", "#/fields: This is a list. It must be an object.")]
    [InlineData("""{"firstName":"Ada\u0007"}""", "#/firstName: \"Ada?\" holds a control character. Leave it out.")]
    [InlineData("""{"firstName":"Ada\ud800"}""", "#/firstName: The text holds half of a character (a lone surrogate).")]
    [InlineData("""{"\ud800":"Ada"}""", "#: The name of a field holds half of a character (a lone surrogate).")]
    [InlineData("""[]""", "#: This is a list. It must be an object.")]
    [InlineData("""null""", "#: This is null. It must be an object.")]
    [InlineData("""{}""", "#: Nothing here says who the lead is. Give at least one of email, phone, externalId, firstName, lastName and company.name.")]
    [InlineData("""{"email":null,"firstName":"  "}""", "#: Nothing here says who the lead is. Give at least one of email, phone, externalId, firstName, lastName and company.name.")]
    [InlineData("""{"externalId":"1","pod":7}""", "#/pod: This is the number 7. It must be text in double quotes.")]
    [InlineData("""{"externalId":"1","owner":"rosa"}""", "#/owner: \"rosa\": It must be a mail address such as ada@example.com, at most 254 characters.")]
    public async Task Wrong_field_is_named_with_its_place_value_and_rule(string body, string expected)
    {
        var reply = await bot.Post("/api/leads", body);

        Assert.Equal(422, reply.Status);
        Assert.Equal("application/problem+json", reply.ContentType);
        Assert.Equal("wrong_fields", reply.Code);
        Assert.Equal([expected], reply.Errors);
    }

    [Fact]
    public async Task Every_wrong_field_is_named_at_once()
    {
        var reply = await bot.Post("/api/leads", """{"email":"ada","score":820,"pod":"nowhere","owner":"x","marketer":"max","company":{"country":"GBR","nmae":"E"}}""");

        Assert.Equal(422, reply.Status);
        Assert.Equal(
            ["#/company/country", "#/company/nmae", "#/email", "#/marketer", "#/owner", "#/pod", "#/score"],
            reply.Errors.Select(error => error[..error.IndexOf(':', StringComparison.Ordinal)]).Order(StringComparer.Ordinal));
        Assert.Equal("7 fields are wrong; nothing was done.", reply.Detail);
    }

    [Theory]
    [InlineData("lastName", 200)]
    [InlineData("title", 200)]
    [InlineData("externalId", 200)]
    [InlineData("campaign", 200)]
    [InlineData("notes", 4000)]
    public async Task Text_fits_up_to_its_limit(string field, int limit)
    {
        var fits = await bot.Post("/api/leads", Lead(limit));
        var tooLong = await bot.Post("/api/leads", Lead(limit + 1));

        Assert.True(fits.Status is 200 or 201, fits.Body);
        Assert.Equal([$"#/{field}: \"{new string('x', 60)}...\": It has {limit + 1} characters; at most {limit} fit."], tooLong.Errors);
        string Lead(int length) => $$"""{"email":"limit@example.com","{{field}}":"{{new string('x', length)}}"}""";
    }

    [Theory]
    [InlineData(50, 201)]
    [InlineData(51, 422)]
    public async Task Fifty_activities_fit(int count, int status)
    {
        var activities = string.Join(',', Enumerable.Repeat("""{"at":"2026-11-20T09:14:00+01:00","kind":"page_visited"}""", count));

        var reply = await bot.Post("/api/leads", $$"""{"externalId":"activities-{{count}}","activities":[{{activities}}]}""");

        Assert.Equal(status, reply.Status);
        if (status == 422)
            Assert.Equal(["#/activities: There are 51 activities; at most 50 fit. Send the newest."], reply.Errors);
    }

    [Theory]
    [InlineData(50, 201)]
    [InlineData(51, 422)]
    public async Task Fifty_own_fields_fit(int count, int status)
    {
        var fields = string.Join(',', Enumerable.Range(1, count).Select(number => $"\"f{number}\":\"x\""));

        var reply = await bot.Post("/api/leads", $$"""{"fields":{ {{fields}} },"externalId":"fields-{{count}}"}""");

        Assert.Equal(status, reply.Status);
    }

    [Theory]
    [InlineData(40, 201)]
    [InlineData(41, 422)]
    public async Task Own_field_s_name_has_forty_letters_at_most(int length, int status)
    {
        var reply = await bot.Post("/api/leads", $$"""{"fields":{"{{new string('ü', length)}}":"x"},"externalId":"own-name-{{length}}"}""");

        Assert.Equal(status, reply.Status);
        if (status == 422)
            Assert.Contains("has 1 to 40 letters", Assert.Single(reply.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_hundred_faults_are_counted()
    {
        var fields = string.Join(',', Enumerable.Range(1, 130).Select(number => $"\"zzzzzzzz{number}\":1"));

        var reply = await bot.Post("/api/leads", $$"""{ {{fields}} }""");

        Assert.Equal(101, reply.Errors.Count);
        Assert.Equal("#: 30 more faults are not listed.", reply.Errors[^1]);
        Assert.Equal("130 fields are wrong; nothing was done.", reply.Detail);
    }

    [Theory]
    [InlineData("", "There is no JSON here: the body is empty.")]
    [InlineData("{\n  \"email\": ada }", "This is not JSON from line 2, byte 12 on: 'a' is an invalid start of a value.")]
    [InlineData("{\"email\":\"ada@example.com\"", "This is not JSON from line 1, byte 27 on: Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed.")]
    [InlineData("{} {}", "This is not JSON from line 1, byte 4 on: '{' is invalid after a single JSON value. Expected end of data.")]
    public async Task Malformed_json_says_where(string body, string detail)
    {
        var reply = await bot.Post("/api/leads", body);

        Assert.Equal(400, reply.Status);
        Assert.Equal("malformed_json", reply.Code);
        Assert.Equal(detail, reply.Detail);
    }

    [Fact]
    public async Task Deep_nesting_is_not_followed()
    {
        var reply = await bot.Post("/api/leads", new string('[', 50_000));

        Assert.Equal((400, "malformed_json"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        var reply = await bot.Post("/api/leads", new ByteArrayContent(Encoding.Latin1.GetBytes("""{"firstName":"Zoë"}""")));

        Assert.Equal(400, reply.Status);
        Assert.Equal("This is not JSON: the bytes are not UTF-8. Send the text as UTF-8.", reply.Detail);
    }

    [Fact]
    public async Task Byte_order_mark_is_read_over()
    {
        var reply = await bot.Post("/api/leads", new ByteArrayContent([0xEF, 0xBB, 0xBF, .. """{"email":"bom@example.com"}"""u8]));

        Assert.Equal(201, reply.Status);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task Other_content_type_is_refused(string? contentType)
    {
        var reply = await bot.Post("/api/leads", new ByteArrayContent("""{"email":"media@example.com"}"""u8.ToArray()), contentType: contentType);

        Assert.Equal(415, reply.Status);
        Assert.Equal("wrong_content_type", reply.Code);
        Assert.Equal("The body is not in a form that is read here. Send it in UTF-8 as application/json, without compression.", reply.Detail);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/vnd.crm+json")]
    public async Task Json_under_its_other_names_is_read(string contentType)
    {
        var reply = await bot.Post("/api/leads", """{"email":"names@example.com"}""", contentType: contentType);

        Assert.True(reply.Status is 200 or 201, reply.Body);
    }

    [Fact]
    public async Task Compressed_body_is_refused()
    {
        var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.ContentEncoding.Add("gzip");

        var reply = await bot.Post("/api/leads", content);

        Assert.Equal(415, reply.Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_of_256_KB_fits_and_a_byte_more_does_not(bool chunked)
    {
        var fits = await bot.Post("/api/leads", Content(256 * 1024));
        var tooLarge = await bot.Post("/api/leads", Content(256 * 1024 + 1));

        Assert.True(fits.Status is 200 or 201, fits.Body);
        Assert.Equal(413, tooLarge.Status);
        Assert.Equal("A body may have 256 KB at most. Shorten its texts, or send fewer activities and fields.", tooLarge.Detail);
        HttpContent Content(int length)
        {
            var bytes = Encoding.UTF8.GetBytes("""{"email":"large@example.com"}""".PadRight(length));
            return chunked ? new ChunkedContent(bytes) : new ByteArrayContent(bytes);
        }
    }
}
