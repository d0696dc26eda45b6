package source_test

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"hearsay/articles/source"
)

const (
	declared = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	atomName = `xmlns="http://www.w3.org/2005/Atom"`
)

// A feed is as many articles as it has items, in whatever generation of RSS or Atom and however it holds their text.
func TestEachItemOfAFeedIsAnArticle(t *testing.T) {
	const text = "Gates\n\nRita Vaughan\n\nThey leak, she said.\n\nSo they do."
	const want = "a-1|Gates|Rita Vaughan|Coastline|2026-03-14|https://c.example/1|" + text
	for name, in := range map[string]string{
		"RSS with content": `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
			xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Coastline</title><link>https://c.example/</link>
			<image><title>Logo</title></image><item><title>Gates</title><link>https://c.example/1</link>
			<pubDate>Sat, 14 Mar 2026 08:30:00 +0000</pubDate><dc:creator><![CDATA[Rita Vaughan]]></dc:creator>
			<description>They leak …</description><content:encoded><![CDATA[<p>They leak, she said.</p><item>]]>
			<![CDATA[<p>So they do.</p>]]></content:encoded></item></channel></rss>`,
		"RSS with descriptions, unnamed spaces, an author's mail": `<rss><channel><title>Coastline</title><item>
			<title>Gates</title><guid>https://c.example/1</guid><pubDate>14 Mar 2026 08:30 GMT</pubDate>
			<author>rita@c.example (Rita Vaughan)</author><description>&lt;p&gt;They leak, she said.&lt;/p&gt;
			&lt;p&gt;So they do.&lt;/p&gt;</description></item></channel></rss>`,
		"RSS in plain " +
			"text": "<rss><channel><title>Coastline</title><item><title>Gates</title><link>https://c.example/1</link>" +
			"<date>2026-03-14</date><creator>Rita Vaughan</creator><description>They leak, she said.\n\nSo they do." +
			"</description></item></channel></rss>",
		"RSS of RDF": `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
			xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Coastline</title><items><rdf:Seq/></items>
			</channel><item rdf:about="y"><title>Gates</title><link>https://c.example/1</link><dc:date>2026-03-14T08:30:00Z</dc:date>
			<dc:creator>Rita Vaughan</dc:creator><description>&lt;p&gt;They leak,
				she said.&lt;p&gt;So they do.</description></item>
			</rdf:RDF>`,
		"Atom of HTML": `<feed ` + atomName + `><title type="text">Coastline</title><entry><title type="html">Gates</title>
			<link rel="self" href="https://c.example/self"/><link href="https://c.example/1"/><id>urn:1</id>
			<updated>2026-04-01T00:00:00Z</updated><published>2026-03-14T08:30:00Z</published><author><name>Rita Vaughan</name>
			<uri>https://c.example/rita</uri></author><summary>They …</summary><content type="html">&lt;p&gt;They leak, she
			said.&lt;/p&gt;&lt;p&gt;So they do.&lt;/p&gt;</content></entry></feed>`,
		"Atom of XHTML": `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Coastline</a:title><a:entry><a:title>Gates</a:title>
			<a:link rel="alternate" href="https://c.example/1"/><a:updated>2026-03-14T08:30:00Z</a:updated><a:author><a:name>Rita
			Vaughan</a:name></a:author><a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They leak, <b>she</b>
			said.<br/></p><p>So they do.</p></div></a:content></a:entry></a:feed>`,
		"an outlet of its own": `<rss><channel><title>All</title><item><title>Gates</title><link>https://c.example/1</link>
			<source url="https://c.example/feed">Coastline</source><pubDate>2026-03-14</pubDate><author>Rita Vaughan</author>
			<description>&lt;p&gt;They leak, she said.&lt;/p&gt;&lt;p&gt;So they do.</description></item></channel></rss>`,
	} {
		for _, before := range []string{"", declared, declared + "<!-- <item> -->\n"} {
			all, problems := readAll("a.xml", before+in)
			if got := told(all); got != want || len(problems) > 0 {
				t.Errorf("%s: errors %v\n got %s\nwant %s", name, problems, got, want)
			}
			for _, a := range all {
				checkArticle(t, a)
			}
		}
	}
}

func TestABrokenItemIsToldAndTheRestGoesOn(t *testing.T) {
	const good = "<item><title>Gates</title><description>They leak, she said.</description></item>"
	in := "<rss><channel><title>C</title>" + good + "<item><title>No text</title></item>" + "<item><title>Open<" + good +
		"<item/>" + good + "<item><title>Cut</title><description>They leak"
	all, problems := readAll("a.rss", in)
	if told(all) != "a-1|Gates||C|||Gates\n\nThey leak, she said.\na-4|Gates||C|||Gates\n\nThey leak, she said.\n"+
		"a-5|Gates||C|||Gates\n\nThey leak, she said." || len(problems) != 3 {
		t.Fatalf("%s, errors %v", told(all), problems)
	}
	for _, err := range problems {
		if checkError(t, err); !errors.Is(err, source.ErrRecord) || !strings.HasPrefix(err.Error(), "a.rss#") {
			t.Error(err)
		}
	}
	if _, problems := readAll("a.rss", "<rss><channel><title>C</title></channel></rss>"); len(problems) != 1 {
		t.Errorf("an empty feed: errors %v", problems)
	}
}

// XML says which encoding it is in.
func TestAFeedSaysWhichEncodingItIsIn(t *testing.T) {
	in := `<?xml version="1.0" encoding="ISO-8859-2"?><rss><channel><item><description>Město řeklo ne.</description></item></channel></rss>`
	if a := readOne(t, "a.xml", encode(t, charmap.ISO8859_2, in)); a.Text != "Město řeklo ne." {
		t.Errorf("%q", a.Text)
	}
}

// A list of feeds holds no article, but their addresses.
func TestAListOfFeedsNamesThem(t *testing.T) {
	in := declared + `<opml version="2.0"><body><outline text="News"><outline text="C" xmlUrl="https://c.example/feed"/></outline>` +
		strings.Repeat(`<outline xmlUrl="https://d.example/"/>`, 7) + `</body></opml>`
	_, problems := readAll("a.opml", in)
	if len(problems) != 1 || !strings.Contains(problems[0].Error(), "https://c.example/feed, https://d.example/") ||
		!strings.Contains(problems[0].Error(), "3 more") {
		t.Fatalf("errors %v", problems)
	}
	checkError(t, problems[0])
}

// What agencies hand out is one article, or as many as there are items.
func TestNewsOfAgenciesIsRead(t *testing.T) {
	const text = "<p>They leak, <em>she</em> said.</p><bq><block><p>“Always.”</p></block></bq><media><media-reference/>" +
		"<media-caption>The gates.</media-caption><media-producer>A. Lens</media-producer></media><p>So they do.</p>"
	nitf := `<nitf><head><title>G</title><docdata><date.issue norm="20260314T083000+0100"/></docdata><pubdata name="Coastline"/></head>
		<body><body.head><hedline><hl1>Gates &amp; locks</hl1><hl2>More of it</hl2></hedline><byline>By <person>Rita Vaughan</person>
		<byttl>Staff Writer</byttl></byline><dateline>VESSANY</dateline></body.head><body.content>` + text +
		`</body.content><body.end><tagline>She writes.</tagline></body.end></body></nitf>`
	const outlined = "title: Gates & locks\nbyline: Rita Vaughan\nbody: They leak, she said.\nextract: “Always.”\n" +
		"caption: The gates.\nbody: So they do.\n"
	g2 := `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><provider literal="coast"><name>Coastline</name></provider>
		<versionCreated>2026-03-14T08:30:00Z</versionCreated></itemMeta><contentMeta><headline>Gates &amp; locks</headline>
		<by>Rita Vaughan</by></contentMeta><contentSet>`
	for name, c := range map[string]struct{ in, want string }{
		"NITF": {nitf, strings.Replace(outlined, "body: They", "heading: More of it\nbody: They", 1)},
		"NITF with a type": {declared + "<!DOCTYPE nitf SYSTEM \"nitf-3-4.dtd\" [\n<!ENTITY a \"b\">\n]>\n" + nitf,
			strings.Replace(outlined, "body: They", "heading: More of it\nbody: They", 1)},
		"NewsML with NITF": {declared + g2 + `<inlineXML><nitf><body><body.content>` + text + `</body.content></body></nitf>
			</inlineXML></contentSet></newsItem>`, outlined},
		"NewsML with a page": {declared + g2 + `<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
			<body><p>They leak, she said.</p></body></html></inlineXML></contentSet></newsItem>`,
			"title: Gates & locks\nbyline: Rita Vaughan\nbody: They leak, she said.\n"},
		"NewsML with text": {declared + g2 + `<inlineData contenttype="text/plain">They leak, she said.
			So &lt;they&gt; do.</inlineData></contentSet></newsItem>`,
			"title: Gates & locks\nbyline: Rita Vaughan\nbody: They leak, she said.\nbody: So <they> do.\n"},
		"NewsML of old": {declared + `<NewsML><NewsItem><NewsManagement><FirstCreated>20260314T083000Z</FirstCreated></NewsManagement>
			<NewsComponent><NewsLines><HeadLine>Gates &amp; locks</HeadLine><ByLine>By Rita Vaughan</ByLine><CreditLine>Coastline
			</CreditLine></NewsLines><ContentItem><DataContent><p>They leak,
				she said.</p></DataContent></ContentItem></NewsComponent>
			</NewsItem></NewsML>`, "title: Gates & locks\nbyline: Rita Vaughan\nbody: They leak, she said.\n"},
	} {
		a := readOne(t, "a.xml", c.in)
		if got := outline(a); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", name, got, c.want)
		}
		if a.Outlet != "Coastline" || a.Date.Format("2006-01-02") != "2026-03-14" || a.ID != "a" {
			t.Errorf("%s: %s, outlet %q, date %v", name, a.ID, a.Outlet, a.Date)
		}
	}
	item := g2 + "<inlineData>They leak.</inlineData></contentSet></newsItem>"
	picture := "<newsItem><contentSet><remoteContent href='a.jpg'/><inlineData/></contentSet></newsItem>"
	all, problems := readAll("a.xml", declared+"<newsMessage><itemSet>"+item+picture+item+"</itemSet></newsMessage>")
	if len(all) != 2 || len(problems) != 1 || !strings.HasPrefix(problems[0].Error(), "a.xml#2: ") {
		t.Errorf("%s, errors %v", told(all), problems)
	}
}

// A character that XML does not allow, written by its number, costs no item.
func TestControlsWrittenByTheirNumbersAreBlanks(t *testing.T) {
	in := "<rss><channel><title>C</title><item><title>Gates&#x1b;[2J</title><description>&lt;p&gt;They&#0;leak,&#27; " +
		"she&#x2019;d said&#55296;.&#99999999999;</description></item></channel></rss>"
	a := readOne(t, "a.rss", in)
	if a.Title != "Gates [2J" || !strings.Contains(a.Text, "They leak, she’d said .") {
		t.Errorf("%q, %q", a.Title, a.Text)
	}
}

// No entity is unfolded, nothing is fetched, and what is too deep ends.
func TestXMLThatMeansHarmEnds(t *testing.T) {
	bomb := "<!DOCTYPE nitf [<!ENTITY a \"aaaaaaaaaa\">" + strings.Repeat("<!ENTITY b \"&a;&a;&a;\">", 9) +
		"<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
	a := readOne(t, "a.xml",
		declared+bomb+"<nitf><body><body.content><p>They &b; leak &x;.</p></body.content></body></nitf>")
	if len(a.Text) > 40 || strings.Contains(a.Text, "root:") {
		t.Errorf("%q", a.Text)
	}
	for _, in := range []string{declared + "<nitf>" + strings.Repeat("<p>", 5000) + "They leak.",
		declared + "<rss><item><description>" + strings.Repeat("<p>", 5000), declared + "<opml>" +
			strings.Repeat("<outline>", 5000)} {
		if all, problems := readAll("a.xml", in); len(all) != 0 || len(problems) != 1 {
			t.Errorf("%.30q: %d articles, errors %v", in, len(all), problems)
		}
	}
}
