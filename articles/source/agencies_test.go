package source_test

import "testing"

// Items as the standards' own examples have them, with all that stands around the text: rights, services, subjects,
// pictures that belong to it.
const (
	ninjsFirst = `{"uri": "http://corvane.example/gates", "type": "text", "firstcreated": "2026-03-14T06:00:00Z",
		"versioncreated": "2026-03-14T08:30:00+00:00", "pubstatus": "usable", "urgency": 4, "located": "Drennick",
		"byline": "By Rita Vaughan", "headline": "Lock gates rebuilt", "slugline": "GATES", "description_text": "Oak.",
		"copyrightholder": "Corvane Chronicle", "copyrightnotice": "Copyright 2026",
		"person": [{"name": "Zoe Quist", "rel": "about"}], "body_xhtml": "<p>“They leak,” said Zoe Quist.</p><p>So they do.</p>",
		"associations": {"main": {"type": "picture", "headline": "A lock", "body_text": "The lock in winter."}}}`
	ninjsSecond = `{"uri": "urn:corvane:gates", "standard": {"name": "ninjs", "version": "2.1"}, "type": "text",
		"firstCreated": "2026-03-14T06:00:00Z", "versionCreated": "2026-03-14T08:30:00Z",
		"headlines": [{"role": "short", "value": "Gates"}, {"role": "main", "value": "Lock gates rebuilt"}],
		"by": "Rita Vaughan", "bodies": [{"role": "main", "contentType": "text/html",
		"value": "<p>“They leak,” said Zoe Quist.</p><p>So they do.</p>"}],
		"infoSources": [{"role": "publisher", "name": "Corvane Chronicle"}], "people": [{"name": "Zoe Quist"}]}`
	powerItem = declared + `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:corvane:1" version="3"
		standard="NewsML-G2" standardversion="2.33" conformance="power" xml:lang="en"><catalogRef href="x"/><rightsInfo>
		<copyrightHolder uri="x"><name>Corvane Newspapers Ltd</name></copyrightHolder></rightsInfo><itemMeta>
		<itemClass qcode="ninat:text"/><provider uri="x"><name>Corvane Chronicle</name></provider>
		<versionCreated>2026-03-14T08:30:00+01:00</versionCreated><title>GATES 2nd lead</title></itemMeta><contentMeta>
		<contentCreated>2026-03-14T05:30:00+01:00</contentCreated><located><name>Drennick</name></located><creator uri="x">
		<name>Rita Vaughan</name></creator><infoSource><name>Agency</name></infoSource><subject type="cpnat:person">
		<name>Zoe Quist</name></subject><slugline>GATES</slugline><headline>Lock gates rebuilt</headline><by>Rita Vaughan</by>
		<dateline>DRENNICK, March 14</dateline><description role="drol:summary">Oak.</description></contentMeta><contentSet>
		<inlineXML contenttype="application/nitf+xml"><nitf><head><title>x</title></head><body><body.head><hedline>
		<hl1>Lock gates rebuilt</hl1></hedline><byline>By Rita Vaughan<byttl>Staff</byttl></byline></body.head><body.content>
		<p>“They leak,” said <person>Zoe Quist</person>.</p><p>So they do.</p></body.content></body></nitf></inlineXML>
		</contentSet></newsItem>`
	wholeNITF = declared + `<nitf version="-//IPTC//DTD NITF 3.4//EN" change.date="June 10, 2005"><head><title>Gates</title>
		<tobject tobject.type="news"/><docdata><doc-id id-string="1"/><date.release norm="20260314T083000Z"/>
		<doc.copyright year="2026" holder="Corvane Newspapers"/><key-list><keyword key="locks"/></key-list>
		<identified-content><person>Zoe Quist</person></identified-content></docdata>
		<pubdata type="print" date.publication="20260314" name="Corvane Chronicle"/></head><body><body.head><hedline>
		<hl1>Lock gates rebuilt</hl1></hedline><note><p>EDS: with photos</p></note><byline>By <person>Rita Vaughan</person>
		<byttl>Chronicle Staff</byttl></byline><distributor>Corvane News Service</distributor><dateline>
		<location>DRENNICK</location><story.date norm="20260314">March 14</story.date></dateline><abstract><p>Oak.</p></abstract>
		</body.head><body.content><block><p lede="true">“They leak,” said <person>Zoe Quist</person>.</p><p>So they do.</p></block>
		</body.content><body.end><tagline>Rita Vaughan writes.</tagline><bibliography>x</bibliography></body.end></body></nitf>`
)

func TestItemsOfAgenciesWithAllThatStandsAroundThem(t *testing.T) {
	const want = "Lock gates rebuilt · Rita Vaughan · Corvane Chronicle · 2026-03-14\n" +
		"title: Lock gates rebuilt\nbyline: Rita Vaughan\nbody: “They leak,” said Zoe Quist.\nbody: So they do.\n"
	for name, in := range map[string]string{"ninjs1.json": ninjsFirst, "ninjs2.json": ninjsSecond, "g2.xml": powerItem,
		"nitf.xml": wholeNITF} {
		if got := outlines(t, name, in); got != want {
			t.Errorf("%s: got\n%swant\n%s", name, got, want)
		}
	}
}
