package fetch

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"sync"
	"syscall"
)

// guard keeps requests out of private networks. What a name stands for is looked at when it is known, as the connection
// is made: a name may stand for another address then than a moment before (DNS rebinding).
type guard struct {
	private bool

	lock    sync.Mutex
	proxies map[string]bool // hosts with ports that a person named as proxies, which may stand within their network
}

// allow lets connections be made to a proxy.
func (g *guard) allow(by *url.URL) {
	port := by.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443", "socks5": "1080", "socks5h": "1080"}[by.Scheme]
	}
	g.lock.Lock()
	defer g.lock.Unlock()
	if g.proxies == nil {
		g.proxies = map[string]bool{}
	}
	g.proxies[net.JoinHostPort(by.Hostname(), port)] = true
}

// mayAsk reports what is wrong with an address by itself: a proxy asks for it by its name, so that no more is known.
func (g *guard) mayAsk(u *url.URL) error {
	if u.Scheme != "http" && u.Scheme != "https" {
		return fmt.Errorf("it leads to an address that is no page's: %s", u.Scheme)
	}
	if ip, err := netip.ParseAddr(u.Hostname()); err == nil && !g.private && !isPublic(ip) {
		return ErrPrivate
	}
	return nil
}

func (g *guard) dial(ctx context.Context, network, address string) (net.Conn, error) {
	d := net.Dialer{Timeout: timeToConnect}
	g.lock.Lock()
	proxy := g.proxies[address]
	g.lock.Unlock()
	if !g.private && !proxy {
		d.Control = func(_, address string, _ syscall.RawConn) error {
			at, err := netip.ParseAddrPort(address)
			if err != nil || !isPublic(at.Addr()) {
				return ErrPrivate
			}
			return nil
		}
	}
	return d.DialContext(ctx, network, address)
}

// reserved are the networks that are nobody's on the public internet, beside those that netip knows by name (RFC 6890).
var reserved = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("64:ff9b::/96"), netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("100::/64"),
	netip.MustParsePrefix("2002::/16"), netip.MustParsePrefix("fec0::/10"),
}

// isPublic reports whether an address is one of the public internet.
func isPublic(ip netip.Addr) bool {
	ip = ip.Unmap().WithZone("")
	if !ip.IsGlobalUnicast() || ip.IsPrivate() {
		return false
	}
	for _, network := range reserved {
		if network.Contains(ip) {
			return false
		}
	}
	return true
}
