var bkgis=(()=>{var _t=Object.defineProperty;var ss=Object.getOwnPropertyDescriptor;var ns=Object.getOwnPropertyNames;var os=Object.prototype.hasOwnProperty;var is=(s,t)=>{for(var e in t)_t(s,e,{get:t[e],enumerable:!0})},rs=(s,t,e,n)=>{if(t&&typeof t=="object"||typeof t=="function")for(let o of ns(t))!os.call(s,o)&&
o!==e&&_t(s,o,{get:()=>t[o],enumerable:!(n=ss(t,o))||n.enumerable});return s};var as=s=>rs(_t({},"__esModule",{value:!0}),s);var ln={};is(ln,{start:()=>cn});var mt=class{followers=[];follow(t){this.followers.push(t)}show(t){for(let e of this.followers)e(t)}text(t){let e=document.createTextNode("");return this.follow(
n=>{let o=t(n);e.data!==o&&(e.data=o)}),e}attribute(t,e,n){return this.follow(o=>{let i=n(o);t.getAttribute(e)!==i&&ne(t,e,i)}),t}};function ne(s,t,e){e===!1||e===
null||e===void 0?s.removeAttribute(t):s.setAttribute(t,e===!0?"":e)}function u(s,t={},...e){let n=document.createElement(s);for(let[o,i]of Object.entries(t))typeof i==
"function"?n.addEventListener(o,i):ne(n,o,i);return n.append(...e.flat().filter(o=>o!=null)),n}var cs="http://www.w3.org/2000/svg";function v(s,t,...e){let n=document.
createElementNS(cs,s);for(let[o,i]of Object.entries(t))n.setAttribute(o,i);return n.append(...e),n}function R(s,...t){let e=s.contains(document.activeElement)?document.
activeElement.dataset.key:null,n=s.firstChild?s.scrollTop:0;if(s.replaceChildren(...t.flat().filter(Boolean)),n&&(s.scrollTop=n),e){let o=[...s.querySelectorAll(
"[data-key]")].find(i=>i.dataset.key===e);o||(s.tabIndex=-1),(o||s).focus({preventScroll:!0})}}function rt(s){let t=null,e=requestAnimationFrame(()=>{e=requestAnimationFrame(
()=>{t=setTimeout(s)})});return()=>{cancelAnimationFrame(e),clearTimeout(t)}}function K(){return parseFloat(getComputedStyle(document.documentElement).fontSize)}function z(s){let t=new WeakMap;return(e,...n)=>(t.has(e)||t.set(e,s(e,...n)),t.get(e))}var oe={disc:{largest:18,whole:640,most_painted:.1,least_growth:.7,most_growth:2.2,outline:1.75,edge:"#FFFFFF",gap:5.8,open:6,step:.3,halves:8,crowd:300},status:{
at:2.3,width:1.2,dash:[3,2.4],tick:5},name:{beside:4,above:3,corner:3,further:14,steps:13,ways:16,leader:8,joints:32,line:1.5,all_up_to:60},area:{spots:12,around:3,
vertices:100,width:2,clear:8,most_marked:30},hatch:{step:5,width:.8,colour:"#B3A594"},tints:["#F3EBDC","#E3EFE1","#E4EBF5","#F4E6EA","#EFEAF6","#E6F1F2","#F5EFD\
2","#ECECEC"]};var{disc:T,name:P,area:W,hatch:D,status:E}=oe;function Y(s,t,e){let n=0;return s.map((o,i)=>(n+=o*t[i],e*Math.sqrt(n)))}var I=1e5;function re(s){let t=[],e=[0,0];for(let n=0,o=0;n<s.length;o^=1){let i=0,r=0,a;do a=s.charCodeAt(n++)-63,i|=(a&31)<<r,r+=5;while(a>=32);e[o]+=i&1?~(i>>
1):i>>1,t.push(e[o])}return t}var F=s=>s<0?~s:s;function hs(s,t){let e=[];for(let n of t){let o=s[F(n)],i=o.length-2;for(let r=e.length?2:0;r<=i;r+=2){let a=n<0?
i-r:r;e.push([o[a+1]/I,o[a]/I])}}return e}var ie=(s,t)=>(s[t]+2**25)*2**26+s[t+1]+2**25;function at(s,t){let e=new Uint8Array(s.length),n=t.flat(2);for(let c of n)
e[F(c)]+=1;let o=c=>c<0?ie(s[~c],s[~c].length-2):ie(s[c],0),i=c=>o(~c),r=new Map;for(let c of n){if(e[F(c)]!==1)continue;let l=o(c);r.has(l)||r.set(l,[]),r.get(
l).push(c)}let a=[];for(let c of r.values())for(;c.length;){let l=[c.pop()];for(let h=r.get(i(l[0]));h&&h.length;h=r.get(i(l.at(-1))))l.push(h.pop());a.push(l)}
return a}function pt(s,[t,e]){let n=!1;for(let o of s)for(let i=0,r=o.length-1;i<o.length;r=i++){let[a,c]=[o[i],o[r]];a[0]>t!=c[0]>t&&e<(c[1]-a[1])*(t-a[0])/(c[0]-
a[0])+a[1]&&(n=!n)}return n}var J=z(({outline:s},{arcs:t})=>s.map(e=>hs(t,e))),q=z(({outline:s},{arcs:t})=>zt(s.flat().map(e=>t[F(e)])));function zt(s){let[t,e,
n,o]=[1/0,1/0,-1/0,-1/0];for(let i of s)for(let r=0;r<i.length;r+=2)i[r]<e&&(e=i[r]),i[r]>o&&(o=i[r]),i[r+1]<t&&(t=i[r+1]),i[r+1]>n&&(n=i[r+1]);return[[t/I,e/I],
[n/I,o/I]]}function gt(s,t,e=null){let n=s.map(()=>[]);t.rings.forEach((i,r)=>{for(let a of i.flat())n[F(a)].push(r)});let o={commune:[],district:[],subregion:[],
outline:[]};return n.forEach((i,r)=>{let[a,c]=i,l=h=>h[a]!==h[c];i.length<2?o.outline.push(r):l(t.subregion)?o.subregion.push(r):l(t.district)?o.district.push(r):
(!e||l(e))&&o.commune.push(r)}),o}function ae(s){let t=s.communes.arcs.map(a=>re(a)),{communes:e,districts:n,clusters:o}=s,i=(a,c)=>at(t,e.rings.filter((l,h)=>a[h]===c)),r={...s,arcs:t,borders:gt(
t,e),bounds:zt(s.inset?[...t,s.inset.box]:t),communes:e.code.map((a,c)=>Object.freeze({code:a,name:e.name[c],unit:e.unit[c],district:e.district[c]??null,subregion:e.
subregion[c]??null,outline:e.rings[c]})),subregions:s.subregions.map((a,c)=>Object.freeze({...a,outline:i(e.subregion,c)})),districts:n.code.map((a,c)=>Object.freeze(
{code:a,name:n.name[c],subregion:n.subregion[c]??null,outline:i(e.district,c)})),clusters:o.id.map((a,c)=>Object.freeze({id:a,index:c,name:o.name[c],printed:o.printed[c],
location:o.location[c],district:o.district[c]??null,subregion:o.subregion[c]??null,units:o.units[c],communes:o.communes[c],method:o.methods[o.method[c]],became:o.
became[c],changed:o.changed[c],note:o.note[c],status:o.became[c]?.status??"unknown",latlng:o.x[c]===null?null:[o.y[c]/I,o.x[c]/I],ha:o.ha.map(l=>l[c])}))};return r.
hasStatuses=r.clusters.some(({became:a})=>a),r.tinted=r.subregions.length?r.subregions:[{tint:s.tint,outline:at(t,e.rings)}],r.units={commune:r.communes,district:r.
districts,subregion:r.subregions}[r.level],Object.freeze(r)}var U=(s,t)=>s.name??s.label[t];function H(s,t){return{district:s.districts[t.district],subregion:s.
subregions[t.subregion]}}function C(s,t){return s.phases.map(e=>+(t.alone?e.end===t.by:e.end<=t.by))}var G=s=>Math.round(s*1e6)/1e6;function _(s,t){let e=0;for(let n=0;n<
t.length;n++)e+=s.ha[n]*t[n];return G(e)}function bt({district:s,subregion:t}){return s===null&&t===null}function Q(s,t,e){return t.district!==null?e.district===
t.district:t.subregion!==null?e.subregion===t.subregion:!0}var Bt=(s,t)=>Object.hasOwn(s,t)?s[t]:void 0;function It(s,t,e=[]){let n=t.map((r,a)=>a).filter(r=>t[r]),
o=r=>{if(s&&s[r]!==null)return s[r];let a=e.map(c=>c?c[r]:null);return a.length&&!a.includes(null)?a.reduce((c,l)=>c+l,0):null},i=n.map(o);return i.length&&!i.includes(
null)?G(i.reduce((r,a)=>r+a,0)):null}var us=z(()=>new Map);function X(s,{by:t,alone:e}){let n=`${t} ${!!e}`,o=us(s);return o.has(n)||o.set(n,ds(s,{by:t,alone:e})),
o.get(n)}function ds(s,t){let e=C(s,t),n=C(s,{...t,alone:!1}),o=()=>({clusters:0,hectares:0,covered:0,of:0,stated:null}),[i,r,a]=[s.districts.map(o),s.subregions.
map(o),o()],c={commune:s.communes.map(o),district:i,subregion:r}[s.level],l=({district:g,subregion:p},y)=>new Set([i[g],r[p],...y.map(w=>c[w]),a]),h=(g,p,y)=>{for(let w of g)
w&&(w[p]+=y)},d=new Set;for(let g of s.clusters){let p=_(g,e);if(p>0){let y=l(g,g.units);h(y,"clusters",1),h(y,"hectares",p)}if(_(g,n)>0)for(let y of g.units)d.
add(y)}s.units.forEach((g,p)=>{let y=s.level==="subregion"?[c[p],a]:l(g,[p]);h(y,"of",1),d.has(p)&&h(y,"covered",1)});let m=g=>s.districts.filter(g).map(({code:p})=>Bt(
s.stated.districts,p));i.forEach((g,p)=>{g.stated=It(Bt(s.stated.districts,s.districts[p].code),e)}),r.forEach((g,p)=>{let y=m(({subregion:w})=>w===p);g.stated=
It(Bt(s.stated.subregions,s.subregions[p].id),e,y)}),a.stated=It(s.stated.province,e,m(()=>!0));for(let g of new Set([...i,...r,...c,a]))g.hectares=G(g.hectares);
return{districts:i,subregions:r,units:c,whole:a}}function j(s,t){let{units:e}=X(s,{by:t,alone:!1});return e.flatMap(({covered:n},o)=>n?[]:[o])}var B=s=>s.length>
W.most_marked,wt=({rules:s})=>s.some(({clusters:t})=>t===1);function ce(s,{by:t,clusters:e,hectares:n}){let{units:o}=X(s,{by:t,alone:!1}),i=r=>r.clusters>=(e??0)&&
r.hectares>=(n??0)-1e-6;return o.flatMap((r,a)=>i(r)?[]:[a])}var yt={};function le(s){yt=s}function f(s,t,e={}){if(!yt[t])throw new Error(`words.toml has no '${t}' for the page`);return yt[t][s].replace(/\{(\w+)\}/g,(n,o)=>String(
e[o]))}function ct(s,t){return f(s,yt[`placed ${t}`]?`placed ${t}`:"not placed")}var xt=s=>{let t=null;return()=>t??=s()},fs={vi:xt(()=>new Intl.NumberFormat("v\
i",{maximumFractionDigits:2})),en:xt(()=>new Intl.NumberFormat("en",{maximumFractionDigits:2}))},ms={vi:xt(()=>new Intl.DateTimeFormat("en-GB",{day:"2-digit",month:"\
2-digit",year:"numeric",timeZone:"UTC"})),en:xt(()=>new Intl.DateTimeFormat("en-GB",{day:"numeric",month:"long",year:"numeric",timeZone:"UTC"}))};function M(s,t){
return fs[s]().format(t.toFixed(2))}function Nt(s,t){return ms[s]().format(new Date(t))}var ps=/(^| )(b|ch|d|g|h|k|l|m|n|ph|qu|r|s|t|th|tr|v|x)y(?= |$)/g;function lt(s){
return s.normalize("NFD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/[đðɖ]/g,"d").replace(/[\s-]+/g," ").trim().replace(ps,"$1$2i")}function he(s,t){
let e=s==="vi"?";":",",n=o=>{if(typeof o=="number")return s==="vi"?String(o).replace(".",","):String(o);let i=/^\s*[=+\-@\t\r]/.test(o)?`'${o}`:o;return/[",;\r\n]/.
test(i)?`"${i.replace(/"/g,'""')}"`:i};return`\uFEFF${t.map(o=>o.map(n).join(e)).join(`\r
`)}\r
`}var kt=["founded","planned","withdrawn","unknown"],ue={"in time":"founded in time",later:"founded later",undated:"founded undated"},ht="#1c2329",Rt="#ffffff";function gs(s,t){
let e=C(s,{by:t,alone:!1}),n=s.clusters.filter(a=>_(a,e)>0),o=a=>n.filter(a).length,i=a=>o(({status:c,became:l})=>c==="founded"&&a(l.date)),r=`${t}-12-31`;return{
all:n.length,...Object.fromEntries(kt.map(a=>[a,o(({status:c})=>c===a)])),"in time":i(a=>a&&a<=r),later:i(a=>a>r),undated:i(a=>!a)}}function de(s,{by:t,lang:e}){
let n=gs(s,t);if(n.all===n.unknown)return"";let o=Object.keys(ue).filter(a=>n[a]).map(a=>f(e,ue[a],{n:n[a],by:t})),i=n.later||n.undated?` (${o.join(", ")})`:"",
r=kt.filter(a=>n[a]||a==="founded").map(a=>`${s.statusWords[a][e]} ${n[a]}${a==="founded"?i:""}`);return f(e,"became",{by:t,n:n.all,parts:r.join(", ")})}function fe(s,{
x:t,y:e,r:n},o){if(o==="withdrawn"){let i=(n+E.at)*Math.SQRT1_2,r=(a,c)=>{s.strokeStyle=a,s.lineWidth=c,s.beginPath();for(let l of[1,-1])s.moveTo(t-i,e-l*i),s.lineTo(
t+i,e+l*i);s.stroke()};r(Rt,2.2*E.width),r(ht,1.2*E.width)}else o!=="unknown"&&(s.strokeStyle=ht,s.lineWidth=E.width,s.setLineDash(o==="planned"?E.dash:[]),s.beginPath(),
s.arc(t,e,n+E.at,0,2*Math.PI),s.stroke(),s.setLineDash([]))}function me(s,t){for(let[e,n]of[[Rt,3*E.width],[ht,E.width]]){s.strokeStyle=e,s.lineWidth=n,s.beginPath();
for(let{x:o,y:i,r}of t){let a=r+E.tick;s.moveTo(o-a,i),s.lineTo(o+a,i),s.moveTo(o,i-a),s.lineTo(o,i+a)}s.stroke()}}function Wt(s,t){let e={stroke:ht,fill:"none",
"stroke-width":E.width};if(s==="withdrawn"){let o=(t+E.at)*Math.SQRT1_2,i=`M${-o} ${-o} L${o} ${o} M${-o} ${o} L${o} ${-o}`;return[v("path",{d:i,stroke:Rt,"stro\
ke-width":2.2*E.width}),v("path",{d:i,...e})]}if(s==="unknown")return[];let n=s==="planned"?{"stroke-dasharray":E.dash.join(" ")}:{};return[v("circle",{r:t+E.at,
...e,...n})]}function vt(s,t=5){let e=t+E.at+E.width;return v("svg",{class:"bk-status-mark",width:2*e,height:2*e,viewBox:`${-e} ${-e} ${2*e} ${2*e}`,"aria-hidde\
n":"true"},v("circle",{r:t,fill:"#8b959d"}),...Wt(s,t))}function pe(s=4){let t=s+E.tick;return v("svg",{class:"bk-status-mark",width:2*t,height:2*t,viewBox:`${-t}\
 ${-t} ${2*t} ${2*t}`,"aria-hidden":"true"},v("path",{d:`M${-t} 0 H${t} M0 ${-t} V${t}`,stroke:ht,"stroke-width":E.width}),v("circle",{r:s,fill:"#8b959d"}))}var bs=60,ge=8,ws=20;function jt(s,{ha:t,status:e},n,o,i=2.5){let r=Y(t,n,o),a=Math.max(r.at(-1),1)+i,c=r.map((l,h)=>({radius:l,p:h})).filter(({radius:l,p:h})=>l>
(r[h-1]||0));return v("svg",{width:2*a,height:2*a,viewBox:`${-a} ${-a} ${2*a} ${2*a}`,"aria-hidden":"true"},...c.reverse().map(({radius:l,p:h})=>v("circle",{r:l,
fill:s.phases[h].colour})),...Wt(e,a-i))}function tt(s,t){let{lang:e}=t,{number:n,date:o,issuer:i}=s.decision;return[u("h1",{},s.title[e]),u("p",{class:"bk-deci\
sion"},`${f(e,"decision",{number:n,date:Nt(e,o)})}, ${i[e]}`),s.asOf&&s.amended[e]?u("p",{class:"bk-decision"},s.amended[e]):null]}function we(s,{speak:t,table:e,
picture:n,print:o}){let i=(a,c,l,h={})=>u("button",{type:"button",class:"bk-button","data-key":a,click:l,...h},c),r=s==="vi"?"en":"vi";return[i("lang",s==="vi"?
"English":"Tiếng Việt",()=>t(r),{lang:r}),i("table",f(s,"data"),e),i("picture",f(s,"picture"),n),...["A4","A3"].map(a=>i(a.toLowerCase(),`${f(s,"print")} ${a}`,
()=>o(a)))]}function be(s,t,e){let n=(B(e)?e.slice(0,ge):e).map(o=>U(s.units[o],t)).join(", ");return B(e)?f(t,"first of",{names:n,n:e.length-ge}):n}function ys(s,t){
let{lang:e,by:n}=t,o=s.units.length,i=s.levelWords[e],r=s.rules.map(d=>{let m=ce(s,d),g=[d.clusters>1?`${d.clusters} ${f(e,"clusters")}`:null,d.hectares===null?
null:`${M(e,d.hectares)} ha`].filter(Boolean).join(", "),p=g?f(e,"at least",{least:g}):f(e,"one cluster"),y=m.length?"rule missed":"rule kept",w={...d,of:o,units:i,
what:p,n:o-m.length,missing:be(s,e,m)};return{by:d.by,ok:!m.length,words:f(e,y,w),missing:m,of:!g}}),a=j(s,n);if(r.filter(d=>d.of).some(d=>d.by===n||d.ok&&d.by<
n&&!a.length))return r;let l=a.length?f(e,wt(s)?"missing":"without",{missing:be(s,e,a)}):"",h=f(e,"as of",{by:n,of:o,units:i,n:o-a.length,rest:l});return[...r,{
by:n,ok:wt(s)?!a.length:null,words:h,missing:a}]}function St(s,t,e=null){let{lang:n}=t,o=de(s,t);return[...ys(s,t).flatMap(({ok:r,words:a,missing:c},l)=>[u("p",
{class:r===null?null:r?"bk-yes":"bk-no"},r===null?null:u("span",{class:"bk-mark","aria-hidden":"true"},r?"✓":"✗"),u("span",{},a)),e&&B(c)?u("details",{class:"\
bk-without"},u("summary",{"data-key":`without${l}`},f(n,"all without",{n:c.length,units:s.levelWords[n]})),u("ul",{},c.map(h=>u("li",{},u("button",{type:"button",
click:()=>e(h)},U(s.units[h],n)))))):null]),o?u("p",{class:"bk-became"},o):null].filter(Boolean)}function ye(s,t,e,{set:n,play:o}){let i=s.phases.map((a,c)=>{let l=m=>a.
end===m.by,h=u("input",{type:"radio",name:"bk-by",value:a.end,"data-key":`by${a.end}`,change:()=>n({by:a.end})});e.follow(m=>{h.checked=l(m)});let d=u("span",{class:"\
bk-dot",style:`--colour:${a.colour}`});return e.attribute(u("label",{class:"bk-step"},h,e.attribute(d,"data-on",m=>String(C(s,m)[c])),u("span",{class:"bk-year"},
String(a.end)),u("span",{class:"bk-label"},a.label[t])),"data-on",m=>l(m)?"1":null)}),r=u("input",{type:"checkbox","data-key":"alone",change:a=>n({alone:a.target.
checked})});return e.follow(a=>{r.checked=a.alone}),[u("fieldset",{class:"bk-steps"},u("legend",{},f(t,"timeline")),u("div",{class:"bk-track"},i)),u("div",{class:"\
bk-row"},u("button",{type:"button",class:"bk-button","data-key":"play",click:o},e.text(({playing:a})=>a?`❚❚ ${f(t,"pause")}`:`▶ ${f(t,"play")}`)),u("label",
{class:"bk-check"},r,f(t,"one phase"))),s.vintages.length?xs(s,t,e,n):null]}function xs(s,t,e,n){let o=(i,r)=>{let a=u("button",{type:"button",class:"bk-button",
"data-key":`boundaries${r}`,click:()=>n({boundaries:i})},r);return e.attribute(a,"aria-pressed",({boundaries:c})=>String(c===i))};return u("fieldset",{class:"bk\
-vintages"},u("legend",{},f(t,"boundaries shown")),o(null,String(s.ownYear)),s.vintages.map(({year:i})=>o(i,String(i))))}function ks(s,t,e,{name:n,key:o,kind:i,
rowOf:r,isOn:a,select:c}){let l=x=>r(X(s,x)),h=x=>x===null?"–":M(t,x),d=x=>10**-(String(x).split(".")[1]??"").length,m=({stated:x,hectares:b})=>!s.asOf&&x!==null&&
G(Math.abs(x-b))>=d(x),g=i!==s.level,p=({covered:x,of:b})=>x===b,y=({covered:x,of:b})=>g?`${x}/${b}`:f(t,x?"yes":"no"),w=x=>u("td",{},e.text(b=>x(l(b)))),S=u("b\
utton",{type:"button","data-key":o,click:c},n);return e.attribute(u("tr",{class:`bk-${i}`},u("th",{scope:"row"},e.attribute(S,"aria-pressed",x=>String(a(x)))),w(
({clusters:x})=>String(x)),w(({hectares:x})=>h(x)),e.attribute(w(({stated:x})=>h(x)),"class",x=>m(l(x))?"bk-differs":null),e.attribute(w(y),"class",x=>wt(s)?p(l(
x))?"bk-yes":"bk-no":null)),"data-on",x=>a(x)?"1":null)}function xe(s,t,e,{select:n}){let o=[{name:f(t,"whole"),key:"whole",kind:"whole",rowOf:({whole:l})=>l,isOn:bt,
select:()=>n({})}],i=l=>s.districts.forEach(({name:h,subregion:d},m)=>{d===l&&o.push({name:h,key:`d${m}`,kind:"district",rowOf:({districts:g})=>g[m],isOn:g=>g.district===
m,select:()=>n({district:m})})});s.subregions.forEach((l,h)=>{s.subregions.length>1&&o.push({name:l.label[t],key:`s${h}`,kind:"subregion",rowOf:({subregions:d})=>d[h],
isOn:d=>d.subregion===h,select:()=>n({subregion:h})}),i(h)}),i(null);let r=[s.level,"clusters","hectares","stated","covered"],a=({alone:l,by:h})=>f(t,l?"covered\
 by":"covered",{by:h}),c={covered:e.text(a),clusters:f(t,"clusters column"),hectares:f(t,"ha")};return u("table",{class:"bk-summary"},u("caption",{},e.text(l=>`${f(
t,"summary")}: ${ut(s,l)}`)),u("thead",{},u("tr",{},r.map(l=>u("th",{scope:"col"},c[l]||f(t,l))))),u("tbody",{},o.map(l=>ks(s,t,e,l))))}function ut(s,t){let e=s.
phases.find(({end:n})=>n===t.by);return t.alone?e.label[t.lang]:f(t.lang,"up to",{by:t.by}).toLocaleLowerCase(t.lang)}function dt(s,t){let e=C(s,t);return s.clusters.
filter(n=>_(n,e)>0&&Q(s,t,n))}function V(s,t){return t.district!==null?s.districts[t.district].name:t.subregion!==null?s.subregions[t.subregion].label[t.lang]:f(
t.lang,"whole")}function ke(s,t,{open:e,hover:n}){let{lang:o}=t,i=C(s,t),r=dt(s,t),a=r.reduce((d,m)=>d+_(m,i),0),c=d=>u("li",{},u("button",{type:"button","data-\
key":`c${d.index}`,"aria-current":t.cluster===d.index?"true":null,click:()=>e(d.index),focus:()=>n(d.index),blur:()=>n(-1),mouseenter:()=>n(d.index),mouseleave:()=>n(
-1)},u("span",{class:"bk-glyph"},jt(s,d,i,1.5)),u("span",{class:"bk-name"},d.name,d.note?"*":null,d.latlng?null:` (${f(o,"not placed")})`,d.became?" ":null,d.became?
u("small",{},s.statusWords[d.status][o]):null),u("span",{class:"bk-ha"},`${M(o,_(d,i))} ha`))),l=r.length>bs?r.slice(0,ws):r,h=r.length-l.length;return[u("h2",{},
`${V(s,t)}: ${r.length} ${f(o,"clusters")}, ${M(o,a)} ha`),u("ul",{class:"bk-list"},l.map(c)),h>0?u("p",{},f(o,s.districts.length?"more":"more without districts",
{n:M(o,h)})):null]}function et(s,t){let{boundaries:e}=s;return[u("p",{},f(t,"indicative")," ",s.asOf?"":s.amended[t]),u("p",{},e.note[t]," ",f(t,"boundaries dat\
e",{date:Nt(t,e.date)}),"."),u("p",{},`${f(t,"source")}: ${s.decision.number}; ${e.credit}.`)]}var Z=(s,t)=>s.vintages.find(e=>e.year===t)??null,$t=z((s,t)=>s.name.map((e,n)=>{let o=t.communes.filter((i,r)=>s.of[r]===n);return Object.freeze({name:e,unit:s.
unit[n],note:s.note[n]??null,isSame:o.length===1&&o[0].name===e&&o[0].unit===s.unit[n],outline:at(t.arcs,o.map(({outline:i})=>i))})})),ve=z((s,t)=>gt(t.arcs,{rings:t.
communes.map(({outline:e})=>e),district:t.communes.map(({district:e})=>s.districts?e:null),subregion:t.communes.map(({subregion:e})=>e)},s.of));function Ut(s,t,e){
let n=i=>i===null?f(e,"share not known"):`${M(e,i)} %`,o=t.flatMap(i=>s.split[i]?s.split[i].map(([r,a])=>`${r} (${n(a)})`):[`${s.unit[s.of[i]]} ${s.name[s.of[i]]}`]);
return[[...new Set(o)].join("; "),s.province].filter(Boolean).join(", ")}function Dt(s,t,e){return t.length?s.vintages.map(n=>[f(e,"in year",{year:n.year}),Ut(n,
t,e)]):[]}function vs(s,t,e){let n=[...s.legend].reverse().map(d=>({ha:d,r:Y([d],[1],e)[0]})),o=n[0].r,[i,r]=[o+1,2*o+7],a=13,c=-a/2,l=n.flatMap(({ha:d,r:m})=>{let g=r-2*
m;return c=Math.max(g,c+a),[v("circle",{cx:i,cy:r-m,r:m,fill:"none",stroke:"#1c2329","stroke-width":1.2}),v("path",{d:`M${i} ${g} L${i+o+6} ${c} H${i+o+12}`,fill:"\
none",stroke:"#1c2329","stroke-width":.7}),v("text",{x:i+o+15,y:c+4,fill:"#1c2329"},`${M(t,d)} ha`)]}),h=Math.max(r+2,c+a/2+2);return v("svg",{class:"bk-circles",
width:i+o+70,height:h,"aria-hidden":"true"},...l)}function Ss(s){let[t,e]=[s.phases[0],s.phases.at(-1)];return v("svg",{width:30,height:30,viewBox:"-15 -15 30 3\
0","aria-hidden":"true"},v("circle",{r:14,fill:e.colour}),v("circle",{r:10,fill:t.colour}))}function $s(s,{lang:t,by:e}){let n=j(s,e);if(!n.length)return null;let o=f(
t,`${s.level} without`);if(!B(n))return u("p",{class:"bk-missing"},`✗ ${o}`);let i=[-2,-1,0,1,2].map(r=>`M${r*D.step*Math.SQRT2} 14 l14 -14`).join("");return u(
"p",{class:"bk-hatched"},v("svg",{class:"bk-swatch",width:18,height:14,viewBox:"0 0 18 14","aria-hidden":"true"},v("path",{d:i,stroke:D.colour,"stroke-width":D.
width,fill:"none"})),o)}function Ls(s,{lang:t,boundaries:e}){let n=Z(s,e);if(!n)return null;let o=n.name.filter((i,r)=>n.note[r]);return u("p",{class:"bk-note"},
f(t,"drawn of",{year:n.year,own:s.ownYear}),o.length?` ${f(t,"approximate",{names:o.join(", ")})}`:"")}var Ms=s=>s.clusters.some(({method:t})=>t==="surveyed");function st(s,t,e){
let{lang:n}=t,o=s.legend.map(i=>`${M(n,i)} ha`).join(", ");return[u("ul",{class:"bk-phases"},s.phases.map(i=>u("li",{},u("span",{class:"bk-swatch bk-round",style:`\
--colour:${i.colour}`}),i.label[n]))),u("div",{class:"bk-sizes",role:"img","aria-label":`${f(n,"size")}: ${o}`},u("span",{},f(n,"size")),vs(s,n,e)),s.phases.length>
1?u("p",{class:"bk-ring"},Ss(s),u("span",{},f(n,"ring"))):null,s.hasStatuses?f(n,"statuses"):null,s.hasStatuses?u("ul",{class:"bk-statuses"},kt.filter(i=>s.clusters.
some(({status:r})=>r===i)).map(i=>u("li",{},vt(i),s.statusWords[i][n]))):null,u("ul",{class:"bk-tints"},s.subregions.map(i=>u("li",{},u("span",{class:"bk-swatch",
style:`--colour:${i.tint}`}),i.label[n]))),$s(s,t),s.inset?u("p",{class:"bk-note"},s.inset.words[n]):null,Ls(s,t),bt(t)?null:u("p",{class:"bk-note"},f(n,"faded",
{name:V(s,t)})),Ms(s)?u("p",{class:"bk-ring"},pe(),u("span",{},f(n,"surveyed"))):null,u("p",{class:"bk-note bk-left-out"},f(n,"some")),u("p",{class:"bk-note"},f(
n,"indicative"))].filter(Boolean)}var Mt=class{constructor(t){this.page=t,this.all=null}render(){let{map:t,view:e,clusters:n,state:{lang:o}}=this.page,i=({target:a})=>{e.legendOpen=a.open,n.drawSoon()};
for(let a of this.all||[])a.remove();this.layerBox=u("div"),this.legendBox=u("div");let r=()=>{this.page.select({})};this.all=[L.control.zoom({position:"topleft",
zoomInTitle:f(o,"zoom in"),zoomOutTitle:f(o,"zoom out")}),Lt("topleft","leaflet-bar bk-home",u("button",{type:"button",title:f(o,"view all"),"aria-label":f(o,"v\
iew all"),click:r},"⌂")),Lt("topright","bk-card bk-layers",u("details",{toggle:()=>n.drawSoon()},u("summary",{},f(o,"layers")),this.layerBox)),Lt("bottomleft",
"bk-card bk-legend",u("details",{open:e.legendOpen,toggle:i},u("summary",{},f(o,"legend")),this.legendBox)),Lt("bottomright","bk-north",Os(f(o,"north"))),L.control.
scale({position:"bottomright",imperial:!1,maxWidth:140})];for(let a of this.all)a.addTo(t);this.renderLayers(),this.renderLegend()}renderLayers(){if(!this.all)return;
let{layers:t,state:{lang:e}}=this.page;R(this.layerBox,t.list(e).map(({key:n,label:o,on:i,off:r})=>u("label",{class:"bk-check"},u("input",{type:"checkbox",checked:i,
disabled:r,"data-key":`layer-${n}`,change:a=>t.toggle(n,a.target.checked)}),o)))}openLegend(){this.page.view.legendOpen=!0,this.all&&this.render()}renderLegend(){
if(!this.all)return;let{plan:t,state:e,clusters:n}=this.page;this.legendBox.replaceChildren(...st(t,e,n.scale()))}};function Lt(s,t,...e){let n=new L.Control({position:s});
return n.onAdd=()=>{let o=u("div",{class:t},...e);return L.DomEvent.disableClickPropagation(o).disableScrollPropagation(o),o},n}function Os(s){return v("svg",{viewBox:"\
0 0 24 34",width:24,height:34,role:"img","aria-label":s},v("path",{d:"M12 10 L19 32 L12 27.5 L5 32 Z",fill:"#1c2329"}),v("path",{d:"M12 10 L12 27.5 L5 32 Z",fill:"\
#ffffff",stroke:"#1c2329","stroke-width":1}),v("path",{d:"M9 8 V1 L15 8 V1",fill:"none",stroke:"#1c2329","stroke-width":1.6}))}function Se(s,t,e){return t.communes.map(n=>`${s.communes[n].unit} ${s.communes[n].name}`).join(f(e,"and"))}function Es(s){return s.ha.findIndex(t=>t>0)}var $e=(s,{
became:t},e)=>t?.[e]??s.statusWords.unknown[e];function Le(s,t,e){let n=s.phases.map(()=>1),{district:o,subregion:i}=H(s,t),r=s.phases.map((l,h)=>({phase:l,p:h,
ha:t.ha[h]})).filter(({ha:l})=>l>0).map(({phase:l,p:h,ha:d})=>u("tr",{},u("th",{scope:"row"},u("span",{class:"bk-swatch",style:`--colour:${l.colour}`}),l.label[e]),
u("td",{},f(e,h===Es(t)?"founding":"expansion")),u("td",{},`${M(e,d)} ha`))),a=(l,h)=>[u("dt",{},f(e,l)),u("dd",{},h)],c=Se(s,t,e);return u("div",{class:"bk-pop\
up",tabindex:"0",role:"group","aria-label":t.name},u("h2",{tabindex:"-1"},jt(s,t,n,1.8),t.name),u("table",{},u("caption",{class:"bk-unseen"},f(e,"area")),u("tbo\
dy",{},r),u("tfoot",{},u("tr",{},u("th",{scope:"row",colspan:"2"},f(e,"total")),u("td",{},`${M(e,_(t,n))} ha`)))),u("dl",{},o?a("district",o.name):null,i?a("sub\
region",i.label[e]):null,s.hasStatuses?a("statuses",$e(s,t,e)):null,t.became?.source?a("status source",t.became.source):null,t.note?a("noted",t.note[e]):null,t.
changed?a("changed",t.changed[e]):null,a("printed",t.printed),a("location",t.location),a("place",c?`${c} (${ct(e,t.method)})`:ct(e,t.method)),Dt(s,t.communes,e).
flatMap(([l,h])=>[u("dt",{},l),u("dd",{},h)]),a("annex row",t.id)),u("p",{class:"bk-note"},f(e,t.method==="surveyed"?"surveyed":"indicative")))}function Me(s,t,e,n){
let{district:o,subregion:i}=H(s,t),r=s.communes.indexOf(t),a=s.clusters.filter(({communes:l})=>l.includes(r)),c=s.phases.map(()=>1);return u("div",{class:"bk-po\
pup"},u("h2",{},`${t.unit} ${t.name}`),u("p",{},[o?.name,i?.label[e]].filter(Boolean).join("; ")),Dt(s,[r],e).map(([l,h])=>u("p",{},`${l}: ${h}`)),a.length?u("u\
l",{class:"bk-here"},a.map(l=>u("li",{},u("button",{type:"button",class:"bk-button",click:()=>n(l.index)},`${l.name}: ${M(e,_(l,c))} ha`)))):null)}function Oe(s,t){
let{lang:e}=t,n=C(s,t),o=dt(s,t),i=o.some(({note:c})=>c),r=[f(e,"annex row"),f(e,"name"),f(e,"printed"),f(e,"location"),...s.districts.length?[f(e,"district")]:
[],...s.subregions.length?[f(e,"subregion")]:[],...s.phases.map(c=>`${c.label[e]} (ha)`),`${f(e,"total")} (ha)`,f(e,"place"),...s.vintages.map(({year:c})=>f(e,"\
in year",{year:c})),...s.hasStatuses?[f(e,"statuses")]:[],...i?[f(e,"noted")]:[]],a=o.map(c=>{let{district:l,subregion:h}=H(s,c),d=c.ha.map((g,p)=>g*n[p]),m=Se(
s,c,e);return[c.id,c.name,c.printed,c.location,...s.districts.length?[l?.name??""]:[],...s.subregions.length?[h?.label[e]??""]:[],...d,_(c,n),m?`${m}: ${ct(e,c.
method)}`:ct(e,c.method),...s.vintages.map(g=>Ut(g,c.communes,e)),...s.hasStatuses?[$e(s,c,e)]:[],...i?[c.note?.[e]??""]:[]]});return[r,...a]}var Ft=500;function Ee(s,t){
let{lang:e}=t,[n,...o]=Oe(s,t),i=h=>u("td",{class:typeof h=="number"?"bk-number":null},typeof h=="number"?h?M(e,h):"–":h),r=u("tbody"),a=0,c=u("button",{type:"\
button",class:"bk-button",click:()=>l()}),l=()=>{r.append(...o.slice(a,a+Ft).map(h=>u("tr",{},h.map(i)))),a=Math.min(o.length,a+Ft),c.hidden=a===o.length,c.textContent=
f(e,"more rows",{n:Math.min(Ft,o.length-a)})};l(),qt(e,"data",[u("button",{type:"button",class:"bk-button",click:()=>Ts(s,t)},f(e,"download"))],u("p",{},f(e,"co\
pied")),u("div",{class:"bk-scroll",tabindex:"0",role:"region","aria-labelledby":"bk-table-title"},u("table",{},u("thead",{},u("tr",{},n.map(h=>u("th",{scope:"co\
l"},h)))),r),c))}function qt(s,t,e,...n){let o=u("dialog",{class:"bk-table","aria-labelledby":"bk-table-title"},u("header",{},u("h2",{id:"bk-table-title"},f(s,t)),
e,u("button",{type:"button",class:"bk-button",click:()=>o.close()},f(s,"closed"))),n);o.addEventListener("close",()=>o.remove()),document.body.append(o),o.showModal()}
function Ts(s,t){let e=he(t.lang,Oe(s,t));Ht(new Blob([e],{type:"text/csv;charset=utf-8"}),`ccn-${t.by}.csv`)}function Ht(s,t){let e=u("a",{href:URL.createObjectURL(
s),download:t});e.click(),setTimeout(()=>URL.revokeObjectURL(e.href),1e4)}var nt=L.Renderer.extend({options:{padding:.2},initialize(s,t){L.Renderer.prototype.initialize.call(this,t),this.plan=s,this.print=null,this.sharp=null},paint(s){
this.print=s,this._update()},_initContainer(){this._container=document.createElement("canvas"),this._container.setAttribute("aria-hidden","true"),this.context=this.
_container.getContext("2d")},_destroyContainer(){this._container.remove(),delete this._container,delete this.context},_updatePaths(){},_reset(){this._update()},
_update(){if(this._map._animatingZoom&&this._bounds)return;L.Renderer.prototype._update.call(this);let s=this._bounds.getSize(),t=this.sharp||(this.print?this.print.
ratio:window.devicePixelRatio||1);L.DomUtil.setPosition(this._container,this._bounds.min),this._container.width=Math.round(t*s.x),this._container.height=Math.round(
t*s.y),this._container.style.width=`${s.x}px`,this._container.style.height=`${s.y}px`,this.ratio=t,this.draw({blank:!0}),this.fire("update")},begin(s=!1){let{context:t,
ratio:e}=this;if(!t||!this._bounds)return!1;let{min:n}=this._bounds;return t.setTransform(1,0,0,1,0,0),s||t.clearRect(0,0,this._container.width,this._container.
height),t.setTransform(e,0,0,e,-n.x*e,-n.y*e),!0}});var ot=2**20,Ps=.6,Pe=nt.extend({options:{pane:"bkGround"},initialize(s,t){nt.prototype.initialize.call(this,s,t),this.shows={subregions:!0,districts:!0,communes:!0},
this.opacity=1,this.vintage=null,this.hatched=[],this.base=L.CRS.EPSG3857.latLngToPoint(L.latLng(s.bounds[0]),0),this.arcs=s.arcs.map(e=>this.local(e)),this.paths=
new Map},local(s){let t=new Float64Array(s.length),e=256/360*ot;for(let n=0;n<s.length;n+=2){let o=Math.sin(s[n+1]/I*Math.PI/180);t[n]=(s[n]/I+180)*e-this.base.
x*ot,t[n+1]=(.5-Math.log((1+o)/(1-o))/(4*Math.PI))*256*ot-this.base.y*ot}return t},pathsAt(s){let t=Math.ceil(s*2)/2;if(!this.paths.has(t)){let e=Ps*ot/2**t,n=this.
arcs.map(r=>As(r,e)),o=(r,a)=>Te(r,n[a],!0),i=(r,a)=>(a.forEach((c,l)=>Te(r,n[F(c)],l===0,c<0)),r);this.paths.set(t,{fills:this.plan.tinted.map(({outline:r})=>r.
reduce(i,new Path2D)),area:z(r=>r.reduce((a,c)=>this.plan.units[c].outline.reduce(i,a),new Path2D)),borders:z(r=>Object.fromEntries(Object.entries(r).map(([a,c])=>[
a,c.reduce(o,new Path2D)])))})}return this.paths.get(t)},setView({missing:s,vintage:t}){String(s)===String(this.hatched)&&t===this.vintage||(Object.assign(this,
{hatched:s,vintage:t}),this.draw())},drawHatching(s){let{context:t,_bounds:{min:e,max:n},ratio:o}=this,[i,r]=[n.y-e.y,D.step*Math.SQRT2];t.save(),t.clip(s,"even\
odd"),t.setTransform(o,0,0,o,-e.x*o,-e.y*o),t.setLineDash([]),t.strokeStyle=D.colour,t.lineWidth=D.width,t.beginPath();for(let a=Math.ceil((e.x+e.y)/r)*r;a<n.x+
n.y;a+=r)t.moveTo(a-n.y,n.y),t.lineTo(a-n.y+i,e.y);t.stroke(),t.restore()},drawBox(s){let{context:t,plan:{inset:e}}=this,[n,o,i,r]=this.local(e.box);t.fillStyle=
"#eef1f3",t.strokeStyle="#4a545c",t.lineWidth=1/s,t.fillRect(n,r,i-n,o-r),t.strokeRect(n,r,i-n,o-r)},draw({blank:s=!1}={}){if(!this.begin(s))return;let t=this.context,
e=this._map.getZoom(),n=this._map.getPixelOrigin(),o=2**e/ot;t.transform(o,0,0,o,this.base.x*2**e-n.x,this.base.y*2**e-n.y),t.lineJoin="round",t.lineCap="round";
let i=this.pathsAt(e),r=(g,p,y,w=[])=>{t.strokeStyle=p,t.lineWidth=y/o,t.setLineDash(w.map(S=>S/o)),t.stroke(g)},{subregions:a,districts:c,communes:l}=this.shows;
this.plan.inset&&this.drawBox(o),a&&(t.globalAlpha=this.opacity,i.fills.forEach((g,p)=>{t.fillStyle=this.plan.tinted[p].tint,t.fill(g,"evenodd")}),t.globalAlpha=
1),B(this.hatched)&&this.drawHatching(i.area(this.hatched));let{plan:h,vintage:d}=this,m=i.borders(d?ve(d,h):h.borders);l&&d?r(m.commune,"#8a949c",1.1):l&&r(m.commune,
a?"#ffffff":"#c3cad0",1.1),c&&r(m.district,"#8a949c",1.2,[5,3]),a&&(r(m.subregion,"#4a545c",1.6),r(m.outline,"#4a545c",1.8))}});function Cs([s,t],[e,n,o,i]){let r=s[1]===
t[1],[a,c,l]=r?[s[1],[n,i],[e,o]]:[s[0],[e,o],[n,i]];if(a<=l[0]||a>=l[1])return[[s,t]];let h=d=>r?[d,a]:[a,d];return[[s,h(c[0])],[h(c[1]),t]]}function As(s,t){let e=s.
length-2,n=[s[0],s[1]],[o,i]=n;for(let r=2;r<=e;r+=2)r<e&&Math.abs(s[r]-o)<t&&Math.abs(s[r+1]-i)<t||([o,i]=[s[r],s[r+1]],n.push(o,i));return n}function Te(s,t,e,n=!1){
let o=t.length-2;for(let i=0;i<=o;i+=2){let r=n?o-i:i;i===0&&e?s.moveTo(t[r],t[r+1]):s.lineTo(t[r],t[r+1])}return s}function Ce({bounds:[[s,t],[e,n]],inset:o}){
let i=[1,.5,.25,.1,.05].find(w=>(e-s)/w>=3)||.05,r=L.layerGroup(),a={interactive:!1,color:"#2b6f77",weight:.7,opacity:.7},c=w=>Math.floor(w/i)*i,l=o?.box.map(w=>w/
I),h=(w,S,x)=>{r.addLayer(L.polyline(l?Cs(w,l):[w],a));let b=document.createElement("span");b.textContent=S,r.addLayer(L.marker(x,{interactive:!1,keyboard:!1,icon:L.
divIcon({className:"bk-degree",html:b,iconSize:null})}))},d=(w,S)=>{let x=Math.round(w*60);return`${Math.floor(x/60)}°${String(x%60).padStart(2,"0")}′${S}`},
[m,g]=[c(s),c(t)],[p,y]=[c(e)+i,c(n)+i];for(let w=g;w<=y+1e-9;w+=i)h([[m,w],[p,w]],d(w,"E"),[p,w]);for(let w=m;w<=p+1e-9;w+=i)h([[w,g],[w,y]],d(w,"N"),[w,g]);return r}var Gt=2,_s=/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;async function zs(s){let{map:t,plan:e,state:n,view:o,clusters:i}=s,{x:r,y:a}=t.getSize();
o.sharpen(Gt);let c=Bs(t.getContainer());o.sharpen(null);let l=o.isWide()&&o.legendOpen;for(let S of c.querySelectorAll(`.leaflet-control-zoom, .bk-home, .bk-la\
yers${l?"":", .bk-legend"}`))S.remove();c.style.cssText+=`position: relative; width: ${r}px; height: ${a}px`;let h=u("style");h.textContent=[...document.querySelectorAll(
"head style")].map(({textContent:S})=>S).join("");let d=u("div",{class:"bk-picture",style:`width: ${r}px`},u("header",{},tt(e,n),u("p",{class:"bk-horizon"},`${V(
e,n)}, ${ut(e,n)}`)),c,u("footer",{},l?null:u("div",{class:"bk-legend"},st(e,n,i.scale())),et(e,n.lang)));document.body.append(d);let m=d.offsetHeight;d.remove(),
d.prepend(h);let g=v("svg",{width:r,height:m,class:document.documentElement.className,style:`font-size: ${K()}px`},v("foreignObject",{width:"100%",height:"100%"},
d)),p=new Image,y=new XMLSerializer().serializeToString(g).replace(_s,"");p.src=`data:image/svg+xml;charset=utf-8,${encodeURIComponent(y)}`,await p.decode();let w=u(
"canvas",{width:Gt*r,height:Gt*m});return w.getContext("2d").drawImage(p,0,0,w.width,w.height),new Promise(S=>{w.toBlob(S,"image/png")})}function Bs(s){let t=s.
cloneNode(!0),e=s.querySelectorAll("canvas");t.querySelectorAll("canvas").forEach((n,o)=>{try{n.replaceWith(u("img",{src:e[o].toDataURL(),style:n.style.cssText,
class:n.className}))}catch{n.remove()}});for(let n of t.querySelectorAll("img, video, iframe, image"))Vt(n)&&n.remove();return t}function Vt(s){let t=s.src??s.href?.
baseVal;return t!==void 0&&!/^(data:|$)/.test(t)}async function Ae(s){let{lang:t,by:e}=s.state,n=s.layers.outside(),o=await zs(s),i=u("button",{type:"button",class:"\
bk-button",click:async()=>{await navigator.clipboard.write([new ClipboardItem({"image/png":o})]),i.textContent=f(t,"picture copied")}},f(t,"copy picture"));qt(t,
"picture",[navigator.clipboard&&window.ClipboardItem?i:null,u("button",{type:"button",class:"bk-button",click:()=>Ht(o,`ccn-${e}.png`)},f(t,"save picture"))],n.
length?u("p",{},f(t,"not in picture",{names:n.join(", ")})):null,u("div",{class:"bk-scroll"},u("img",{src:URL.createObjectURL(o),alt:s.plan.title[t],class:"bk-w\
hole"})))}var _e={clusters:"markers",labels:"labels",subregions:"subregions",districts:"districts",districtNames:"district names",communes:"borders",without:"names withou\
t",graticule:"graticule"},Ot=class{constructor(t,e,{backdrop:n,clusters:o}){Object.assign(this,{map:t,plan:e,backdrop:n,clusters:o}),this.on=Object.fromEntries(
Object.keys(_e).map(i=>[i,!["graticule","without"].includes(i)])),this.foreign=[]}toggle(t,e){this.on[t]=e,t==="graticule"&&(this.graticule??=Ce(this.plan));let n=t===
"graticule"?this.graticule:this.foreign.find(o=>o.key===t)?.layer;n&&e?this.map.addLayer(n):n?this.map.removeLayer(n):this.drawParts()}drawParts(){let{clusters:t,
subregions:e,districts:n,communes:o,labels:i,districtNames:r,without:a}=this.on;this.backdrop.shows={subregions:e,districts:n,communes:o},this.clusters.hidden=!t,
this.clusters.names.shows={clusters:i,districts:r,communes:o,without:a},this.backdrop.draw(),this.clusters.draw()}addForeign(t){this.foreign=t.map(([e,n],o)=>({
key:`foreign${o}`,label:e,layer:window[n]})),this.map.on("layeradd layerremove",({layer:e})=>{e instanceof L.GridLayer&&this.showGround()}),this.showGround()}outside(){
let t=n=>n.getLayers?n.getLayers().flatMap(t):[n],e=n=>{let o=n.getContainer?.()||n.getElement?.();return o?[o,...o.querySelectorAll("*")]:[]};return this.foreign.
filter(({layer:n})=>n&&this.map.hasLayer(n)).filter(({layer:n})=>n instanceof L.TileLayer||t(n).flatMap(e).some(Vt)).map(({label:n})=>n)}showGround(){let t=this.
foreign.some(({layer:e})=>e instanceof L.GridLayer&&this.map.hasLayer(e));this.backdrop.opacity=t?.35:1,this.backdrop.draw()}list(t){let e=c=>c[0].toLocaleUpperCase(
"vi")+c.slice(1),{districts:n,subregions:o,phases:i}=this.plan,r=[...n.length?[]:["districts","districtNames"],...o.length?[]:["subregions"],...i.some(({end:c})=>B(
j(this.plan,c)))?[]:["without"]];return[...Object.entries(_e).filter(([c])=>!r.includes(c)).map(([c,l])=>({key:c,on:this.on[c],label:e(f(t,l))})),...this.foreign.
map(({key:c,label:l,layer:h})=>{let d=h?h instanceof L.GridLayer&&"network":"not loaded";return{key:c,on:!!h&&this.map.hasLayer(h),off:!h,label:d?`${l} (${f(t,d)}\
)`:l}})]}};var Is=4,Et=class{constructor(t){this.page=t,this.cluster=null,this.commune=null,t.map.on("popupclose",({popup:e})=>this.closed(e)),t.map.on("zoomend",()=>this.
follow())}open(t,{focus:e=!0}={}){let{page:n}=this,{map:o,plan:i}=n;if(this.reopening=!0,this.cluster&&this.cluster.remove(),this.reopening=!1,this.cluster=null,
t===null)return;let r=i.clusters[t];_(r,C(i,n.state))||n.set({by:i.phases[r.ha.findIndex(m=>m>0)].end});let{at:a,offset:c}=this.tip(r);this.openedFromList=n.boxes.
list.contains(document.activeElement);let l=n.view.isWide()?n.view.padding(10).paddingTopLeft[0]:60,h=Le(i,r,n.state.lang),d=Math.min(24*n.view.rem,o.getSize().
x-l-60);this.cluster=this.show(a,h,{maxWidth:d,minWidth:Math.min(18*n.view.rem,d),offset:c,autoPanPaddingTopLeft:[l,50]}),n.view.reveal(),e&&h.querySelector("h2").
focus({preventScroll:!0})}tip(t){let{map:e,plan:n,clusters:o,state:i}=this.page;if(!t.latlng)return{at:e.getCenter(),offset:[0,0]};let{x:r,y:a,r:c}=o.disc(t,C(n,
i));return{at:e.layerPointToLatLng([r,a]),offset:[0,-Math.ceil(Math.max(c,8)+Is)]}}follow(){let{state:{cluster:t},plan:e}=this.page;if(t===null||!this.cluster||
!e.clusters[t].latlng)return;let{at:n,offset:o}=this.tip(e.clusters[t]);this.cluster.options.offset=o,this.cluster.setLatLng(n)}name(t){let{plan:e,state:n}=this.
page,o=e.communes.find(r=>L.latLngBounds(q(r,e)).contains(t)&&pt(J(r,e),[t.lat,t.lng]));if(!o)return;let i=Me(e,o,n.lang,r=>this.page.set({cluster:r}));this.commune=
this.show(t,i,{maxWidth:260})}show(t,e,n){let o=L.popup(n).setLatLng(t).setContent(e).openOn(this.page.map);return o.getElement().querySelector(".leaflet-popup-\
close-button").setAttribute("aria-label",f(this.page.state.lang,"closed")),o}renew(){let{cluster:t}=this.page.state;t!==null&&this.cluster&&this.open(t,{focus:!1}),
this.commune?.isOpen()&&this.name(this.commune.getLatLng())}closed(t){let{map:e,state:n,boxes:o}=this.page;if(t!==this.cluster||n.cluster===null||this.reopening)
return;let i=t.getElement().contains(document.activeElement);this.page.set({cluster:null});let r=o.list.querySelector(`[data-key="c${n.cluster}"]`);i&&(this.openedFromList&&
r?r:e.getContainer()).focus({preventScroll:!0})}};var Ns=.5,ze=60;function Rs(s,t){let{lang:e}=t,n=C(s,t),o=X(s,t),i=b=>b?M(e,G(b)):"–",r=b=>[...b.map((k,A)=>i(k*n[A])),i(b.reduce((k,A,O)=>k+A*n[O],0))],a=(b,k,A)=>u(
"tr",{class:b},u("th",{scope:"row"},k),r(A).map(O=>u("td",{},O))),c=b=>s.phases.map((k,A)=>b.reduce((O,N)=>O+N.ha[A],0)),l=dt(s,t),h=b=>[`${b.id}. ${b.name}${b.
latlng?"":` (${f(e,"not placed")})`} `,b.became?vt(b.status,3):null],d=b=>Q(s,t,{...s.units[b],[s.level]:b}),m=b=>s.clusters.find(({units:k})=>k.includes(b))?.index??
1/0,g=b=>l.filter(({units:k})=>k.includes(b)),p=s.units.map((b,k)=>k).filter(b=>g(b).length||s.level!=="commune"&&d(b)),y=b=>l.length>ze?[]:b.map(k=>a("bk-clust\
er",h(k),k.ha)),w=s.level==="commune"&&l.length<=ze,S=b=>[h(b),b.communes.map(k=>U(s.communes[k],e)).join(", ")].filter(Boolean).join(" · "),x=w?l.map(b=>a("bk\
-cluster",S(b),b.ha)):p.sort((b,k)=>m(b)-m(k)).flatMap(b=>{let k=o.units[b].covered?"":` (${f(e,"no")})`;return[a("bk-district",U(s.units[b],e)+k,c(g(b))),...y(
g(b))]});return u("table",{},u("caption",{},`${V(s,t)}: ${f(e,"size").toLocaleLowerCase(e)}, ${ut(s,t)}`),u("thead",{},u("tr",{},u("th",{scope:"col"},f(e,w?"com\
mune and cluster":s.level)),s.phases.map(b=>u("th",{scope:"col"},b.id)),u("th",{scope:"col"},f(e,"total")))),u("tbody",{},x,w?[]:y(l.filter(({units:b})=>!b.length)),
a("bk-total",f(e,"total"),c(l))))}function Be(s,t,e){return[u("div",{class:"bk-sheet-column"},tt(s,t),St(s,t),Rs(s,t),u("footer",{},et(s,t.lang))),u("div",{class:"\
bk-sheet-legend"},st(s,t,e))]}function Ws(s){for(let t=1;s.scrollHeight>s.clientHeight&&t>Ns;t-=.04)s.style.fontSize=`calc(${t} * var(--text))`}function Ie({map:s,
whole:t,sheet:e,parts:n,paint:o}){let i=null,r=u("style");document.head.append(r);let a=document.documentElement,c=l=>{r.textContent=`@page { size: ${l} landsca\
pe; margin: 8mm; }`,a.dataset.paper=l};return c("A4"),window.addEventListener("beforeprint",()=>{if(i)return;let l=s.getBounds();i={center:s.getCenter(),zoom:s.
getZoom()},s.closePopup(),a.classList.add("bk-printing"),s.invalidateSize({animate:!1,pan:!1});let h=l.contains(t())?[t(),[.27*s.getSize().x,6]]:[l,[6,6]];s.fitBounds(
h[0],{animate:!1,paddingTopLeft:h[1],paddingBottomRight:[6,6]}),e.replaceChildren(...n()),Ws(e.firstChild),o(a.dataset.paper==="A3"?{ratio:3,text:1.4}:{ratio:4,
text:1})}),window.addEventListener("afterprint",()=>{i&&(a.classList.remove("bk-printing"),e.replaceChildren(),o(null),s.invalidateSize({animate:!1,pan:!1}),s.setView(
i.center,i.zoom,{animate:!1}),i=null)}),l=>{c(l),window.print()}}var js={tt:"thi tran",ttr:"thi tran",tx:"thi xa",tp:"thanh pho",h:"huyen",x:"xa",p:"phuong",q:"quan"},Us=z(s=>{let t=(e,n,o,i,r=[])=>({kind:e,item:n,index:o,keys:i.
map(lt),places:r.map(lt)});return[...s.clusters.map((e,n)=>t("cluster",e,n,[e.name,e.printed],e.communes.map(o=>s.communes[o].name))),...s.districts.map((e,n)=>t(
"district",e,n,[e.name])),...s.communes.map((e,n)=>t("commune",e,n,[e.name,`${e.unit} ${e.name}`])),...s.vintages.flatMap(e=>$t(e,s).filter(({isSame:n})=>!n).map(
(n,o)=>({...t("later",n,o,[n.name,`${n.unit} ${n.name}`]),year:e.year})))]}),Ds=s=>lt(s).replace(/^(ccn|cum cong nghiep|cum) (?=.)/,"").replace(/^(t\.?tr?|tx|tp|[hxpq])(?:[. ]+(?=.)|(?=\d))/,
(t,e)=>`${js[e.replace(".","")]} `);function Fs(s,t,e=12){let[n,...o]=t.split(",").map(Ds).filter(Boolean);if(!n)return[];let i=({item:a,places:c,year:l})=>o.every(
h=>[...c,l?"":lt(H(s,a).district?.name??"")].some(d=>d.includes(h))),r=({keys:a})=>a.includes(n)?0:a.some(c=>c.startsWith(n))?1:a.some(c=>` ${c}`.includes(` ${n}`))?
2:a.some(c=>c.includes(n))?3:4;return Us(s).filter(({keys:a,places:c})=>[...a,...c].some(l=>l.includes(n))).filter(a=>!o.length||i(a)).map(a=>({...a,rank:r(a)+(a.
year?5:0)})).sort((a,c)=>a.rank-c.rank).slice(0,e)}function Ne(s,t,e){let n=f(t,s.districts.length?"search":"search without districts"),o=u("ul",{id:"bk-found",
role:"listbox","aria-label":n,hidden:!0}),i=u("span",{class:"bk-unseen",role:"status"}),r=[],a=-1,c=u("input",{type:"search",id:"bk-query",role:"combobox","aria\
-expanded":"false","aria-controls":"bk-found","aria-autocomplete":"list","aria-label":n,placeholder:n,autocomplete:"off","data-key":"search"}),l=p=>{c.value=p.item.
name,d([]),e(p)},h=({kind:p,item:y,year:w})=>w?`${y.unit}, ${w}`:p==="district"?f(t,"district"):[p==="cluster"?f(t,"cluster"):y.unit,H(s,y).district?.name].filter(
Boolean).join(", ");function d(p){r=p,a=p.length?0:-1,o.replaceChildren(...p.map((y,w)=>u("li",{id:`bk-found-${w}`,role:"option","aria-selected":String(w===a),mousedown:S=>{
S.preventDefault(),l(y)}},u("strong",{},y.item.name),u("small",{},h(y))))),o.hidden=!p.length,c.setAttribute("aria-expanded",String(!!p.length)),m()}function m(){
[...o.children].forEach((p,y)=>p.setAttribute("aria-selected",String(y===a))),a>=0?c.setAttribute("aria-activedescendant",`bk-found-${a}`):c.removeAttribute("ar\
ia-activedescendant"),o.children[a]&&o.children[a].scrollIntoView({block:"nearest"})}c.addEventListener("input",()=>{d(Fs(s,c.value));let p=c.value.trim()&&!r.length;
i.textContent=p?f(t,"none found"):r.length?f(t,"found",{n:r.length}):"",g.dataset.none=p?f(t,"none found"):""}),c.addEventListener("keydown",p=>{if(p.key==="Arr\
owDown"||p.key==="ArrowUp"){p.preventDefault();let y=p.key==="ArrowDown"?1:-1;r.length&&(a=(a+y+r.length)%r.length),m()}else p.key==="Enter"&&r[a]?(p.preventDefault(),
l(r[a])):p.key==="Escape"&&d([]);p.stopPropagation()}),c.addEventListener("blur",()=>d([]));let g=u("div",{class:"bk-search",role:"search"},c,o,i);return g}function Re(s){return{by:s.by,alone:!1,lang:s.lang,boundaries:s.shown,district:null,subregion:null,cluster:null,playing:!1}}function We(s,t){let e=Re(s),n=new URLSearchParams;
return t.by!==e.by&&n.set("by",t.by),t.alone&&n.set("alone","1"),t.lang!==e.lang&&n.set("lang",t.lang),t.boundaries!==e.boundaries&&n.set("boundaries",t.boundaries??
s.ownYear),t.district!==null&&n.set("district",s.districts[t.district].code),t.subregion!==null&&n.set("subregion",s.subregions[t.subregion].id),t.cluster!==null&&
n.set("cluster",s.clusters[t.cluster].id),n.toString()}function Zt(s,t){let e=new URLSearchParams(t.replace(/^#/,"")),n=Re(s),o=(a,c,l)=>{let h=a.findIndex(d=>d[c]===
e.get(l));return h<0?null:h},i=Number(e.get("by"));s.phases.some(a=>a.end===i)&&(n.by=i),["vi","en"].includes(e.get("lang"))&&(n.lang=e.get("lang"));let r=Number(
e.get("boundaries"));return r&&(r===s.ownYear||Z(s,r))&&(n.boundaries=Z(s,r)?.year??null),n.alone=e.get("alone")==="1",n.district=o(s.districts,"code","district"),
n.subregion=n.district===null?o(s.subregions,"id","subregion"):null,n.cluster=o(s.clusters,"id","cluster"),n}var Kt="#1c2329",qs="#ffffff",je=4;function Yt(s,t,e){for(let n of[!0,!1]){let o=t.filter(i=>i.dim===n);Hs(s,o.filter(({x:i,y:r,r:a,anchor:c})=>Math.hypot(i-c[0],
r-c[1])>=a),n),me(s,o.filter(({cluster:i})=>i.method==="surveyed"));for(let i of o)Jt(s,i,e)}}function Hs(s,t,e){s.globalAlpha=e?.25:1,s.strokeStyle=Kt,s.fillStyle=
Kt,s.lineWidth=1.25,s.beginPath();for(let{x:n,y:o,anchor:i}of t)s.moveTo(n,o),s.lineTo(...i);s.stroke(),s.beginPath();for(let[n,o]of new Map(t.map(({point:i,anchor:r})=>[
i,r])).values())s.moveTo(n+2.2,o),s.arc(n,o,2.2,0,2*Math.PI);s.fill()}function Jt(s,{x:t,y:e,r:n,radii:o,dim:i,cluster:r},a,c=!1){let l=(h,d)=>{s.fillStyle=d,s.
beginPath(),s.arc(t,e,h,0,2*Math.PI),s.fill()};s.globalAlpha=i&&!c?.22:1,c&&l(n+4,Kt),c?l(n+1.5,qs):n>je&&l(n+T.outline,T.edge);for(let h=o.length-1;h>=0;h--)o[h]>
(o[h-1]||0)&&l(o[h],a[h].colour);n>je&&(!c||r.status==="withdrawn")&&fe(s,{x:t,y:e,r:n},r.status),s.globalAlpha=1}var Gs=Math.PI*(3-Math.sqrt(5)),Ue=64,Vs=1-1e-6;function qe(s,t,e=s.length>T.crowd){let[n,o]=[T.gap*t,T.open*t],i=new Map,r=s.map(({x:l,y:h})=>{let d=`${l} ${h}`;
i.has(d)||i.set(d,{x:l,y:h,discs:0,next:0,standing:[]});let m=i.get(d);return m.discs+=1,m}),a=[];for(let l of i.values())e||(l.standing=a),l.discs>1&&l.standing.
push({x:l.x,y:l.y,r:o-n});let c=[];for(let l of s.map((h,d)=>d).sort((h,d)=>s[d].r-s[h].r||h-d)){let[h,{x:d,y:m,r:g}]=[r[l],s[l]],p=h.discs>1?g+o:0,y=O=>p+T.step*
(g+n)*Math.sqrt(Math.max(O-1,0)),w=(O,N)=>{let $=O<2?Math.PI*(1-O):Gs*O;return{x:d+N*Math.cos($),y:m-N*Math.sin($),r:g}},S=(O,N)=>N.every($=>Zs(O,$,n)),x=[],b=h.
next;for(;(b-h.next)%Ue===0&&(x=De(h,y(b),y(b+Ue),g+n)),!S(w(b,y(b)),x);b++);h.discs>1&&(h.next=b);let[k,A]=[p,y(b)];x=A>k?De(h,k,A,g+n):[];for(let O=0;A>k&&O<T.
halves;O++){let N=(k+A)/2;S(w(b,N),x)?A=N:k=N}c[l]=w(b,A),h.standing.push(c[l])}return c}function De({x:s,y:t,standing:e},n,o,i){return e.filter(r=>{let a=Math.
sqrt((r.x-s)**2+(r.y-t)**2);return a<o+i+r.r&&a>n-i-r.r}).reverse()}var Zs=(s,t,e)=>(s.x-t.x)**2+(s.y-t.y)**2>=(Vs*(s.r+t.r+e))**2,Tt=class{constructor(t,e=64){
this.frame=t,this.cell=e,this.cells=new Map}*#e([t,e,n,o]){for(let i=Math.floor(t/this.cell);i<=Math.floor(n/this.cell);i++)for(let r=Math.floor(e/this.cell);r<=
Math.floor(o/this.cell);r++)yield i*65536+r}frames(t){let{frame:e}=this;return e[0]<=t[0]&&e[1]<=t[1]&&t[2]<=e[2]&&t[3]<=e[3]}hits(t){if(!this.frames(t))return!0;
for(let e of this.#t(t))if(Fe(t,e))return!0;return!1}isNearest(t,e){let n=Qt(t,e)-t.r;for(let{disc:o}of this.#t([e[0]-n,e[1]-n,e[2]+n,e[3]+n]))if(o&&!(o.x===t.x&&
o.y===t.y)&&Qt(o,e)-o.r<n)return!1;return!0}isJoined(t,e,n){let o=Ge(t,e,n);if(!o.length)return this.isNearest(t,e);let i=({disc:r})=>r?.x===t.x&&r?.y===t.y;return o.
every(r=>{for(let a of this.#t(r))if(!i(a)&&Fe(r,a))return!1;return!0})}*#t(t){for(let e of this.#e(t))yield*this.cells.get(e)||[]}add(t,e=null){for(let n of this.#e(
t))this.cells.has(n)||this.cells.set(n,[]),this.cells.get(n).push({box:t,disc:e})}addDisc({x:t,y:e,r:n},o=0){let i=n+o;this.add([t-i,e-i,t+i,e+i],{x:t,y:e,r:i})}};
function Fe(s,{box:t,disc:e}){return s[0]>=t[2]||s[2]<=t[0]||s[1]>=t[3]||s[3]<=t[1]?!1:!e||Qt(e,s)<e.r}function Qt({x:s,y:t},[e,n,o,i]){return Math.hypot(Math.min(
Math.max(s,e),o)-s,Math.min(Math.max(t,n),i)-t)}function He(s,t,e,{paper:n=!1}={}){return s.map(o=>{let i=(a,c)=>a.find(l=>!t.hits(l)&&c(l))??null,r=i(Ks(o,e),a=>t.
isNearest(o,a));if(!r&&n&&s.length<=P.all_up_to&&(r=i(Ys(o,e),a=>t.isJoined(o,a,e))),r)for(let a of[r,...Ge(o,r,e)])t.add(a);return r})}function Ks({x:s,y:t,r:e,
width:n,height:o},i){let[r,a]=[e+P.beside*i,e+P.above*i],c=e*.7071+P.corner*i;return[[s+r,t-o/2],[s-n/2,t+a],[s-r-n,t-o/2],[s-n/2,t-a-o],[s+c,t+c],[s+c,t-c-o],[
s-c-n,t+c],[s-c-n,t-c-o]].map(([h,d])=>[h,d,h+n,d+o])}function Ys({x:s,y:t,r:e,width:n,height:o},i){return Array.from({length:P.steps*P.ways},(r,a)=>{let c=e+P.
further*(1+Math.floor(a/P.ways))*i,l=2*Math.PI*(a%P.ways)/P.ways,h=s+Math.cos(l)*(c+n/2)-n/2,d=t+Math.sin(l)*(c+o/2)-o/2;return[h,d,h+n,d+o]})}function Xt({x:s,
y:t,r:e},[n,o,i,r],a){let[c,l]=[Math.min(Math.max(s,n),i),Math.min(Math.max(t,o),r)],h=Math.hypot(c-s,l-t);if(h<=e+P.leader*a)return null;let d=e/h;return[[s+(c-
s)*d,t+(l-t)*d],[c,l]]}function Ge(s,t,e){let[n,o]=[Xt(s,t,e),P.line*e];if(!n)return[];let[[i,r],[a,c]]=n;return Array.from({length:P.joints-1},(l,h)=>{let d=(h+
1)/P.joints,[m,g]=[i+(a-i)*d,r+(c-r)*d];return[m-o,g-o,m+o,g+o]})}function Ve(s,[[t,e],[n,o]],{shrink:i=1,around:r=!1}={}){let a=Math.ceil(s.flat().length/W.vertices),
c=s.map(m=>m.filter((g,p)=>p%a===0)),l=c.flat(),h=r?W.around:0,d=[];for(let m=1;m<W.spots;m++){let g=Array.from({length:W.spots-1+2*h},(p,y)=>{let w=[t+(n-t)*(m/
W.spots),e+(o-e)*((y+1-h)/W.spots)];return{at:w,within:pt(c,w)}});for(let[p,{at:y,within:w}]of g.entries()){if(!g.slice(Math.max(0,p-h),p+h+1).some(x=>x.within))
continue;let S=Math.min(...l.map(([x,b])=>Math.hypot((y[1]-b)*i/W.width,y[0]-x)));d.push({at:y,within:w,clear:Math.floor((w?S:-S)*1e6+.5)})}}return d.sort((m,g)=>g.
clear-m.clear)}function Ze(s,[t,e],n,o,{always:i=!1}={}){let r=s.map(({x:h,y:d})=>[h-t/2,d-e/2,h+t/2,d+e/2]),a=W.clear*o,c=([h,d,m,g],p)=>s[p].within&&!n.hits([
h-a,d-a,m+a,g+a]),l=r.find(c)??r.find(h=>!n.hits(h))??(i?r.find(h=>n.frames(h)):null);return l&&n.add(l),l??null}var Js="#1c2329",Pt="#56616a",Qs="#a3261b",ft="system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif",Ke=400,Xs=.9,Ye=s=>z((t,e)=>{let n=q(
t,e);return Ve(J(t,e),n,{shrink:Math.cos(n[0][0]*Math.PI/180),around:s})}),[tn,en]=[Ye(!1),Ye(!0)],Ct=class{constructor(t){this.layer=t,this.shows={clusters:!0,
districts:!0,communes:!0,without:!1},this.scale=K()/14,this.widths=new Map,this.placed=[]}draw(t,e){let{layer:{plan:n,print:o,view:{missing:i,vintage:r,lang:a},
_map:c,zoomOfWhole:l},shows:h}=this,[d,m]=[[0,0],c.getSize()].map($=>c.containerPointToLayerPoint($));this.placed=[],this.leftOut=!1;let g=new Tt([d.x,d.y,m.x,m.
y]);for(let $ of t)g.addDisc($,T.outline);for(let $ of this.covered(d))g.add($);let p=`600 ${this.size(11.5)}px ${ft}`,y=$=>U($,a).toLocaleUpperCase("vi"),w=B(i)||
n.level==="district"&&!h.districts?[]:i.map($=>n.units[$]),S=h.districts&&(!r||r.districts)?n.districts.filter($=>!w.includes($)):[],x={around:!0,short:"✗"};this.
drawUnits("missing",w,$=>`✗ ${y($)}`,p,g,Qs,x);let b=new Set(e?[e]:[]);if(h.clusters)for(let $ of t.filter(({dim:it})=>!it).slice(0,Ke))b.add($);if(this.drawLabels(
[...b].map($=>({...$,...this.label($,$===e)})),g),this.drawUnits("district",S,y,p,g,Pt,{around:!!o}),h.without&&B(i)){let $=i.map(it=>n.units[it]);this.drawUnits(
"without",$,it=>U(it,a),`600 ${this.size(11)}px ${ft}`,g,Pt)}let k=r?$t(r,n):n.communes,A=r&&k.length<=P.all_up_to;h.communes&&(A||c.getZoom()>l+Xs)&&this.drawUnits(
"commune",k,({name:$})=>$,`400 ${this.size(11)}px ${ft}`,g,Pt);let{classList:O}=document.documentElement,N=O.contains("bk-names-left-out");O.toggle("bk-names-le\
ft-out",this.leftOut||t.length>Ke)!==N&&!o&&this.layer.drawSoon()}covered({x:t,y:e}){let n=this.layer._map.getContainer().getBoundingClientRect();return[...document.
querySelectorAll(".leaflet-control, .bk-sheet-legend")].map(o=>o.getBoundingClientRect()).filter(({width:o})=>o).map(({left:o,top:i,right:r,bottom:a})=>[o-n.left+
t,i-n.top+e,r-n.left+t,a-n.top+e])}drawLabels(t,e){let{print:n,context:o}=this.layer;He(t,e,this.size(1),{paper:!!n}).forEach((i,r)=>{if(!i){this.leftOut=!0;return}
let a=Xt(t[r],i,this.size(1));this.placed.push({kind:"cluster",of:t[r].cluster.id,box:i,line:a}),a&&(o.strokeStyle=Pt,o.lineWidth=this.size(1),o.beginPath(),o.moveTo(
...a[0]),o.lineTo(...a[1]),o.stroke());let{lines:c,lineHeight:l}=t[r];c.forEach(([h,d],m)=>this.text(h,i[0],i[1]+l*m,d,Js))})}size(t){let{print:e}=this.layer;return t*
(e?.84*e.text:this.scale)}label({cluster:t},e){let{print:n,view:{weights:o,lang:i}}=this.layer,r=this.size(12.5),a=[[t.name,`${e?700:500} ${r}px ${ft}`]];if(n){
let h=t.ha.filter((d,m)=>d*o[m]>0).map(d=>M(i,d));a.push([h.join(" + "),`400 ${r-1.5}px ${ft}`])}let c=r*1.18,l=Math.max(...a.map(([h,d])=>this.widthOf(h,d)));return{
lines:a,lineHeight:c,width:l,height:c*a.length}}drawUnits(t,e,n,o,i,r,{around:a=!1,short:c=""}={}){let{plan:l,_map:h}=this.layer,d=h.getBounds(),[m,g]=[2,this.size(
15)];for(let p of e.filter(y=>d.intersects(q(y,l)))){let y=(a?en:tn)(p,l).map(({at:b,within:k})=>({...h.latLngToLayerPoint(b),within:k})),w=(b,k=!1)=>(S=b,Ze(y,
[this.widthOf(b,o)+2*m,g],i,this.size(1),{always:k})),S="",x=w(n(p))??(c?w(c)??w(c,!0):null);if(!x){this.leftOut=!0;continue}this.placed.push({kind:t,of:p.code,
box:x}),this.text(S,x[0]+m,x[1],o,r)}}text(t,e,n,o,i){let r=this.layer.context;r.font=o,r.textBaseline="top",r.lineJoin="round",r.lineWidth=4,r.strokeStyle="rgb\
a(255,255,255,0.92)",r.strokeText(t,e,n),r.fillStyle=i,r.fillText(t,e,n)}widthOf(t,e){let n=e+t;return this.widths.has(n)||(this.layer.context.font=e,this.widths.
set(n,this.layer.context.measureText(t).width)),this.widths.get(n)}};var sn=12,Je=12,Xe=nt.extend({options:{pane:"bkClusters"},initialize(s,t){nt.prototype.initialize.call(this,s,t),this.view={weights:s.phases.map(()=>1),selected:()=>!0,
selection:"",missing:[],vintage:null,lang:"vi"},this.isCrowd=s.clusters.length>T.crowd,this.hidden=!1,this.active=-1,this.names=new Ct(this),this.named=!1,this.
pictures=new Map;let[e,n]=s.bounds.map(Qe);this.zoomOfWhole=Math.log2(T.whole/Math.max(n.x-e.x,e.y-n.y)),this.order=s.clusters.filter(({latlng:i})=>i).sort((i,r)=>te(
r)-te(i)||i.index-r.index);let o=new Map;this.points=s.clusters.map(({latlng:i})=>(o.has(String(i))||o.set(String(i),i&&Qe(i)),o.get(String(i))))},setView(s){Object.
assign(this.view,s),this._map&&this.draw()},scale(s=this._map.getZoom()){let t=s-this.zoomOfWhole,e=Math.min(T.most_growth,Math.max(T.least_growth,2**(t/2)));return Math.
min(this.plan.scale*e,this.plan.crowd*2**t)},beyond(s){let[t,e]=this.plan.bounds.map(r=>L.CRS.EPSG3857.latLngToPoint(L.latLng(r),s)),n=[0,0,0,0],[o,i]=[this.plan.
phases.map(()=>1),this.scale(s)];for(let r of this.isCrowd?[]:this.order){let{x:a,y:c,r:l}=this.disc(r,o,s,{x:0,y:0},i);[t.x-a+l,e.y-c+l,a+l-e.x,c+l-t.y].forEach(
(d,m)=>{n[m]=Math.max(n[m],d)})}return n},offsets(s,t){let e=this.order.length>T.crowd?1:2**s/t;if(this.away?.units===e)return this.away;let n=this.order.map(o=>{
let{x:i,y:r}=this.points[o.index];return{x:i*e,y:r*e,r:Math.sqrt(te(o))}});return this.away=[],this.away.units=e,qe(n,1/this.plan.scale).forEach(({x:o,y:i},r)=>{
this.away[this.order[r].index]=[o-n[r].x,i-n[r].y]}),this.away},disc(s,t=this.view.weights,e=this._map.getZoom(),n=this._map.getPixelOrigin(),o=this.scale()){let i=this.
points[s.index],r=this.offsets(e,o)[s.index],a=2**e,[c,l]=[i.x*a-n.x,i.y*a-n.y],h=Y(s.ha,t,o);return{x:c+r[0]*o,y:l+r[1]*o,r:h.at(-1),radii:h,anchor:[c,l],point:i}},
at(s){let t=null,e=1/0;for(let n of this.hidden?[]:this.order){let{x:o,y:i,r}=this.disc(n);if(!r)continue;let a=Math.hypot(s.x-o,s.y-i);a<=Math.max(r,sn)&&a/r<e&&
(t=n,e=a/r)}return t},draw({blank:s=!1}={}){if(s&&this.pictures.clear(),!this.begin(s))return;let{discs:t,canvas:e}=this.hidden?{discs:[]}:this.picture(this.view.
weights),{min:n}=this._bounds,o=this._bounds.getSize();e?this.context.drawImage(e,n.x,n.y,o.x,o.y):Yt(this.context,t,this.plan.phases);let i=t.find(({cluster:r})=>r.
index===this.active);i&&Jt(this.context,i,this.plan.phases,!0),this.drawn={discs:t,active:i},this.print||this.named&&!e?this.names.draw(t,i):this.named&&this.nameLater()},
drawSoon(){this.soon??=requestAnimationFrame(()=>{this.soon=null,this.draw()})},nameLater(){this.callOff?.(),this.callOff=rt(()=>{this.named=!0,this.context&&(this.
names.draw(this.drawn.discs,this.drawn.active),this.pictures.size&&this.later(()=>this.foresee()))})},discs(s){let{min:t,max:e}=this._bounds,n=this._map.getZoom(),
o=this._map.getPixelOrigin(),i=this.scale(),r=[];for(let a of this.order){let c=this.disc(a,s,n,o,i),{x:l,y:h,r:d}=c;!d||l+d<t.x||l-d>e.x||h+d<t.y||h-d>e.y||(c.
cluster=a,c.dim=!this.view.selected(a),r.push(c))}return r},picture(s){let t=`${s} ${this.view.selection}`;if(this.pictures.has(t))return this.pictures.get(t);let e={
discs:this.discs(s),canvas:null};if(e.discs.length<=T.crowd||this.print)return e;e.canvas=document.createElement("canvas"),e.canvas.width=this._container.width,
e.canvas.height=this._container.height;let n=e.canvas.getContext("2d");return n.setTransform(this.context.getTransform()),Yt(n,e.discs,this.plan.phases),s.every(
Number.isInteger)&&this.pictures.size<Je&&this.pictures.set(t,e),e},foresee(){let{phases:s}=this.plan,e=s.map(({end:o})=>s.map(i=>+(i.end<=o))).find(o=>!this.pictures.
has(`${o} ${this.view.selection}`));if(!e||!this._map||!this.drawn.discs.length||this.pictures.size>=Je)return;let{canvas:n}=this.picture(e);n&&(n.getContext("2\
d").getImageData(0,0,1,1),this.later(()=>this.foresee()))},later(s){clearTimeout(this.waiting),this.waiting=setTimeout(s,60)}}),te=s=>_(s,s.ha.map(()=>1)),Qe=s=>L.
CRS.EPSG3857.latLngToPoint(L.latLng(s),0);var nn=350,ts=60,ee={x:48,y:136},on=760,At=class{constructor(t,e,n){this.map=t,this.plan=e,this.rem=K(),this.still=window.matchMedia("(prefers-reduced-motion: r\
educe)");for(let[o,i]of[["bkGround",350],["bkClusters",450]])Object.assign(t.createPane(o).style,{zIndex:i,pointerEvents:"none"});t.attributionControl.setPrefix(
"Leaflet"),this.legendOpen=this.isWide(),this.backdrop=new Pe(e),this.clusters=new Xe(e),this.fitWhole(!1),t.setMaxBounds(L.latLngBounds(e.bounds).pad(.8)),Object.
assign(this.backdrop,{hatched:n.missing,vintage:n.vintage}),this.backdrop.addTo(t),this.clusters.setView(n),this.clusters.addTo(t)}isShown(){let{x:t,y:e}=this.map.
getSize();return Math.min(t,e)>=ts}hasSize(){let{clientWidth:t,clientHeight:e}=this.map.getContainer();return Math.min(t,e)>=ts}isWide(){return this.map.getSize().
x>on}padding(t){let e=this.isWide()&&this.legendOpen?this.rem*17:0,n=this.plan.inset?this.rem*7:0;return{paddingTopLeft:[t+e,t],paddingBottomRight:[t,t+n]}}boundsOf(t){
return t?q(t,this.plan):this.plan.bounds}fitWhole(t=!0){let{map:e,plan:{bounds:n}}=this,{paddingTopLeft:[o,i],paddingBottomRight:[r,a]}=this.padding(8);if(e.options.
minZoom=0,!this.isShown()){e.setView(L.latLngBounds(n).getCenter(),8,{animate:!1});return}let[c,l,h,d]=[0,0,0,0],m=null;for(let p=0;p<3;p++){let y=m;if(m=e.getBoundsZoom(
n,!1,L.point(o+c+r+h,i+l+a+d)),m===y)break;[c,l,h,d]=this.clusters.beyond(m)}let g=p=>({paddingTopLeft:[o+c+p,i+l],paddingBottomRight:[r+h,a+d],animate:t});e.fitBounds(
n,g(this.isUnderButtons(n,g(0))?ee.x:0)),e.options.minZoom=m-1.5}isUnderButtons(t,e){let{map:n,clusters:o,plan:i}=this;if(this.isWide()||o.isCrowd)return!1;let{
center:r,zoom:a}=n._getBoundsCenterZoom(t,e),c=n.project(r,a).subtract(n.getSize().divideBy(2));return o.order.some(l=>{let{x:h,y:d,r:m}=o.disc(l,i.phases.map(()=>1),
a,c,o.scale(a));return h-m<ee.x&&d-m<ee.y})}zoomTo(t,e=!this.still.matches){!t||!this.isShown()?this.fitWhole(e):e?this.map.flyToBounds(this.boundsOf(t),{...this.
padding(24),duration:.6}):this.map.fitBounds(this.boundsOf(t),{...this.padding(24),animate:e})}zoomToCommune(t){this.map.fitBounds(this.boundsOf(t),{...this.padding(
60),maxZoom:12,animate:!this.still.matches})}reveal(){let{top:t,bottom:e}=this.map.getContainer().getBoundingClientRect();t>=0&&e<=window.innerHeight||this.map.
getContainer().scrollIntoView({block:"nearest",behavior:this.still.matches?"auto":"smooth"})}outline(t){this.outlined?.remove(),this.outlined=t&&L.polygon(J(t,this.
plan),{interactive:!1,fill:!1,color:"#1c2329",weight:2.6}).addTo(this.map)}highlight(t){this.clusters.active!==t&&(this.clusters.active=t,this.clusters.drawSoon())}show({
weights:t,...e},n){cancelAnimationFrame(this.frame),this.backdrop.setView(e);let o=n||this.still.matches;this.clusters.setView(o?{weights:t,...e}:e),o||this.grow(
t)}grow(t){let e=this.clusters.view.weights;if(t.every((i,r)=>i===e[r]))return;let n=performance.now(),o=i=>{let r=Math.min(1,Math.max(0,(i-n)/nn));this.clusters.
setView({weights:t.map((a,c)=>e[c]+(a-e[c])*r)}),r<1&&(this.frame=requestAnimationFrame(o))};this.frame=requestAnimationFrame(o)}sharpen(t){for(let e of[this.backdrop,
this.clusters])e.sharp=t,e._update();t&&this.clusters.isCrowd&&this.clusters.names.draw(this.clusters.drawn.discs,this.clusters.drawn.active)}paint(t,e){this.show(
e,!0),this.backdrop.paint(t),this.clusters.paint(t)}};var rn=1600,an=["head","verdict","timeline","tools","search","summary","list","source","sheet"],se=class{constructor(t){this.map=t,this.plan=ae(JSON.parse(document.
getElementById("bk-plan").textContent)),le(this.plan.words),this.state=Zt(this.plan,location.hash),this.boxes=Object.fromEntries(an.map(e=>[e,document.getElementById(
`bk-${e}`)])),this.view=new At(t,this.plan,this.shown()),this.clusters=this.view.clusters,this.layers=new Ot(t,this.plan,this.view),this.controls=new Mt(this),this.
popups=new Et(this),this.print=Ie({map:t,whole:()=>L.latLngBounds(this.view.boundsOf(this.selectedUnit())),sheet:this.boxes.sheet,parts:()=>Be(this.plan,this.state,
this.clusters.scale()),paint:e=>this.view.paint(e,this.shown())}),this.listen(),this.zoomToSelection(!1),this.ready=new Promise(e=>{rt(()=>{this.renderWords(),this.
show({instantly:!0}),this.state.cluster!==null&&this.popups.open(this.state.cluster),this.clusters.nameLater(),e()})})}listen(){let{map:t,view:e}=this;t.on("cli\
ck",({layerPoint:n,latlng:o})=>{let i=this.clusters.at(n);i?this.set({cluster:i.index}):this.popups.name(o)}),t.on("mousemove",({layerPoint:n})=>{if(t.dragging.
moving())return;let o=this.clusters.at(n);t.getContainer().style.cursor=o?"pointer":"",e.highlight(o?o.index:-1)}),t.on("mouseout",()=>e.highlight(-1)),t.on("zo\
omend",()=>this.controls.renderLegend()),t.on("movestart",()=>{this.moved||=!this.fitting}),new ResizeObserver(()=>{if(document.documentElement.classList.contains(
"bk-printing")||!e.hasSize())return;let n=!e.isShown();this.fit(()=>t.invalidateSize({animate:!1})),n&&e.isWide()&&this.controls.openLegend(),(n||!this.moved)&&
this.zoomToSelection(!1),n&&this.popups.follow()}).observe(t.getContainer()),window.addEventListener("hashchange",({newURL:n})=>{clearInterval(this.timer),this.
state={...this.state,...Zt(this.plan,new URL(n).hash)},this.renderWords(),this.show(),this.zoomToSelection(!1),this.popups.open(this.state.cluster)}),document.addEventListener(
"keydown",n=>{n.key==="Escape"&&!n.target.closest("dialog")&&t.closePopup(),!(n.target.closest("input, select, textarea, dialog, .leaflet-container")||n.altKey||
n.ctrlKey||n.metaKey)&&(n.key==="ArrowRight"?this.step(1):n.key==="ArrowLeft"&&this.step(-1))})}set(t){let e=this.state;this.state={...e,...t},t.lang&&t.lang!==
e.lang&&this.renderWords(),es(this.plan,e)!==es(this.plan,this.state)&&this.controls.renderLegend(),this.show(),"cluster"in t&&t.cluster!==e.cluster?this.popups.
open(t.cluster):this.popups.follow()}select({district:t=null,subregion:e=null}){let{state:n}=this,o=n.district===t&&n.subregion===e;this.set(o?{district:null,subregion:null}:
{district:t,subregion:e}),this.zoomToSelection(),this.view.reveal()}selectedUnit({district:t,subregion:e}=this.state){return t!==null?this.plan.districts[t]:this.
plan.subregions[e]||null}zoomToSelection(t){this.moved=!1,this.fit(()=>this.view.zoomTo(this.selectedUnit(),t))}fit(t){this.fitting=!0,t(),this.fitting=!1}step(t){
let e=this.plan.phases.map(o=>o.end),n=e[e.indexOf(this.state.by)+t];n!==void 0&&this.set({by:n})}play(){if(this.state.playing){clearInterval(this.timer),this.set(
{playing:!1});return}let t=this.plan.phases.map(e=>e.end);this.set({playing:!0,by:t[0]}),this.timer=setInterval(()=>{this.state.by===t.at(-1)?this.play():this.step(
1)},rn)}findUnit(t){let{plan:e}=this;e.level==="commune"?this.found({kind:"commune",item:e.communes[t]}):this.select({[e.level]:t}),this.view.reveal()}found({kind:t,
item:e,index:n,year:o}){t==="district"?(this.set({district:n,subregion:null}),this.zoomToSelection()):t==="cluster"?this.set({district:null,subregion:null,cluster:n}):
(o&&this.set({boundaries:o}),this.view.zoomToCommune(e),this.popups.name(L.latLngBounds(this.view.boundsOf(e)).getCenter()),this.view.outline(e))}shown(){let{plan:t,
state:e}=this;return{weights:C(t,e),selected:n=>Q(t,e,n),selection:`${e.district} ${e.subregion}`,missing:j(t,e.by),vintage:Z(t,e.boundaries),lang:e.lang}}show({
instantly:t=!1}={}){let{isCrowd:e}=this.clusters;this.view.outline(this.selectedUnit()),this.view.show(this.shown(),t||e),t||!e?this.showPanel():this.ready=this.
showPanelLater()}showPanelLater(){return this.later??=new Promise(t=>{rt(()=>{this.later=null,this.showPanel(),t()})}),this.later}showPanel(){let{plan:t,state:e,
boxes:n}=this;R(n.verdict,St(t,e,o=>this.findUnit(o))),this.live?.show(e),R(n.list,ke(t,e,{open:o=>this.set({cluster:o}),hover:o=>this.view.highlight(o)}));try{
let o=We(t,e);history.replaceState(null,"",o?`#${o}`:location.pathname+location.search)}catch{}}renderWords(){let{plan:t,state:e,boxes:n}=this,{lang:o}=e;document.
documentElement.lang=o,document.title=t.title[o];let i=this.map.getContainer();i.setAttribute("role","region"),i.setAttribute("aria-label",f(o,"map")),this.live=
new mt,R(n.head,tt(t,e)),R(n.tools,we(o,{speak:r=>this.set({lang:r}),table:()=>Ee(t,this.state),picture:()=>Ae(this),print:this.print})),R(n.timeline,ye(t,o,this.
live,{set:r=>this.set(r),play:()=>this.play()})),R(n.summary,xe(t,o,this.live,{select:r=>this.select(r)})),this.live.show(e),R(n.search,Ne(t,o,r=>this.found(r))),
R(n.source,et(t,o)),this.controls.render(),this.popups.renew()}addForeign(t){this.layers.addForeign(t),this.controls.renderLayers()}};function es(s,{district:t,
subregion:e,by:n,boundaries:o}){return[t,e,o,B(j(s,n)),j(s,n).length>0].join(" ")}function cn(s){return new se(s)}return as(ln);})();
